"use client";

import { BodyDiagram, Card } from "@oto/ui";
import { useTranslations } from "next-intl";
import { usePanelLook } from "../panels/use-panel-look";
import type { ListingView } from "./market-views";
import { PanelBadge } from "./panel-badge";

/** The body, part by part. */
export function ListingBody({ listing }: { listing: ListingView }) {
  const t = useTranslations("market");
  const { states, partLabels } = usePanelLook();
  const { painted, replaced, flawless } = listing.panelSummary;
  return (
    <Card
      title={t("body")}
      actions={<PanelBadge flawless={flawless} painted={painted} replaced={replaced} />}
    >
      <BodyDiagram
        value={Object.fromEntries(listing.panels.map(({ panel, state }) => [panel, state]))}
        states={states}
        partLabels={partLabels}
        unstatedLabel={t("unstated")}
        label={t("bodyLabel", { title: listing.title })}
        quietStates={["ORIGINAL"]}
      />
    </Card>
  );
}
