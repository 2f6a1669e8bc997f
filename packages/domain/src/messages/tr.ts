import { featureLabels, nestByDot } from "./catalogue-parts";
import { errorsTr } from "./errors-tr";
import { gateTr } from "./gate-tr";
import { labelsTr } from "./labels-tr";
import type { DomainMessages } from "./messages-shape";
import { reportTr } from "./report-tr";
import { validationTr } from "./validation";

/** Turkish texts of the domain, usable as they are by next-intl. */
export const tr: DomainMessages = {
  errors: nestByDot(errorsTr),
  validation: validationTr,
  gate: gateTr,
  feature: featureLabels("tr"),
  ...labelsTr,
  ...reportTr,
};
