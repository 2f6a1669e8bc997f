import { PANEL_STATES } from "@oto/domain";
import type { PartPattern, PartState } from "@oto/ui/body-diagram";
import { BodyDiagram } from "@oto/ui/body-diagram";
import { Card } from "@oto/ui/display";
import type { Tone } from "@oto/ui/foundation";
import { useTranslations } from "next-intl";
import type { ListingDetail } from "./listing.types";

type PanelState = ListingDetail["panels"][number]["state"];

const LOOK: Record<PanelState, { tone: Tone; pattern: PartPattern }> = {
  ORIGINAL: { tone: "success", pattern: "plain" },
  LOCAL_PAINT: { tone: "warn", pattern: "dots" },
  PAINTED: { tone: "accent", pattern: "stripes" },
  REPLACED: { tone: "danger", pattern: "cross" },
  REFITTED: { tone: "info", pattern: "grid" },
};

/** The body diagram, to be read. */
export function VehicleBody({ vehicle }: { vehicle: ListingDetail }) {
  const t = useTranslations("vehicle");
  const labels = useTranslations("domain");
  const states: PartState<PanelState>[] = PANEL_STATES.map((value) => ({
    value,
    label: labels(`panelState.${value}`),
    sign: t(`sign.${value}`),
    ...LOOK[value],
  }));
  const value = Object.fromEntries(vehicle.panels.map(({ panel, state }) => [panel, state]));
  const { flawless, painted, replaced, refitted } = vehicle.panelSummary;
  return (
    <Card
      title={t("body")}
      description={
        flawless ? t("bodySummaryFlawless") : t("bodySummary", { painted, replaced, refitted })
      }
    >
      <BodyDiagram
        value={value}
        states={states}
        partLabels={{
          FRONT_BUMPER: labels("panel.FRONT_BUMPER"),
          HOOD: labels("panel.HOOD"),
          FRONT_LEFT_FENDER: labels("panel.FRONT_LEFT_FENDER"),
          FRONT_RIGHT_FENDER: labels("panel.FRONT_RIGHT_FENDER"),
          FRONT_LEFT_DOOR: labels("panel.FRONT_LEFT_DOOR"),
          FRONT_RIGHT_DOOR: labels("panel.FRONT_RIGHT_DOOR"),
          ROOF: labels("panel.ROOF"),
          REAR_LEFT_DOOR: labels("panel.REAR_LEFT_DOOR"),
          REAR_RIGHT_DOOR: labels("panel.REAR_RIGHT_DOOR"),
          REAR_LEFT_FENDER: labels("panel.REAR_LEFT_FENDER"),
          REAR_RIGHT_FENDER: labels("panel.REAR_RIGHT_FENDER"),
          TRUNK: labels("panel.TRUNK"),
          REAR_BUMPER: labels("panel.REAR_BUMPER"),
        }}
        unstatedLabel={t("unstated")}
        label={t("body")}
        quietStates={["ORIGINAL"]}
      />
    </Card>
  );
}
