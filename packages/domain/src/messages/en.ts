import { featureLabels, nestByDot } from "./catalogue-parts";
import { errorsEn } from "./errors-en";
import { gateEn } from "./gate-en";
import { labelsEn } from "./labels-en";
import type { DomainMessages } from "./messages-shape";
import { reportEn } from "./report-en";
import { validationEn } from "./validation";

/** English texts of the domain, usable as they are by next-intl. */
export const en: DomainMessages = {
  errors: nestByDot(errorsEn),
  validation: validationEn,
  gate: gateEn,
  feature: featureLabels("en"),
  ...labelsEn,
  ...reportEn,
};
