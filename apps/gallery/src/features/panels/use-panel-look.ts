"use client";

import type { PanelState } from "@oto/domain";
import { PANEL_STATES } from "@oto/domain";
import type { BodyPart, PartState } from "@oto/ui";
import { BODY_PARTS } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useMemo } from "react";

const LOOK: Record<PanelState, Omit<PartState<PanelState>, "value" | "label">> = {
  ORIGINAL: { sign: "O", tone: "success", pattern: "plain" },
  LOCAL_PAINT: { sign: "L", tone: "warn", pattern: "dots" },
  PAINTED: { sign: "B", tone: "info", pattern: "stripes" },
  REPLACED: { sign: "D", tone: "danger", pattern: "cross" },
  REFITTED: { sign: "S", tone: "neutral", pattern: "grid" },
};

/** States and names of panels as the body diagram takes them. */
export function usePanelLook(): {
  states: PartState<PanelState>[];
  partLabels: Record<BodyPart, string>;
} {
  const t = useTranslations("domain");
  return useMemo(
    () => ({
      states: PANEL_STATES.map((value) => ({
        value,
        label: t(`panelState.${value}`),
        ...LOOK[value],
      })),
      partLabels: Object.fromEntries(
        BODY_PARTS.map((part) => [part, t(`panel.${part}`)]),
      ) as Record<BodyPart, string>,
    }),
    [t],
  );
}
