import { z } from "zod";

/** The thirteen panels of the body diagram. */
export const PANELS = [
  "HOOD",
  "ROOF",
  "TRUNK",
  "FRONT_BUMPER",
  "REAR_BUMPER",
  "FRONT_LEFT_FENDER",
  "FRONT_RIGHT_FENDER",
  "REAR_LEFT_FENDER",
  "REAR_RIGHT_FENDER",
  "FRONT_LEFT_DOOR",
  "FRONT_RIGHT_DOOR",
  "REAR_LEFT_DOOR",
  "REAR_RIGHT_DOOR",
] as const;
export const PANEL_STATES = ["ORIGINAL", "LOCAL_PAINT", "PAINTED", "REPLACED", "REFITTED"] as const;

export type Panel = (typeof PANELS)[number];
export type PanelState = (typeof PANEL_STATES)[number];

/** What is stated about one panel. A panel that no entry names is unknown, not original. */
export interface PanelEntry {
  panel: Panel;
  state: PanelState;
}

export const panelField = z.enum(PANELS);
export const panelStateField = z.enum(PANEL_STATES);

/** A list of panel statements in which no panel is named twice. */
export const panelEntriesField = z
  .array(z.strictObject({ panel: panelField, state: panelStateField }))
  .max(PANELS.length)
  .refine((entries) => new Set(entries.map((entry) => entry.panel)).size === entries.length, {
    error: "validation.panel_repeated",
  });

/** Counts shown on cards and used by search filters. */
export interface PanelSummary {
  stated: number;
  painted: number;
  replaced: number;
  refitted: number;
  /** All thirteen are stated and every one is original. */
  flawless: boolean;
}

/**
 * Counts the statements of a body diagram.
 * `painted` counts locally and fully painted panels alike.
 */
export function summarizePanels(entries: readonly PanelEntry[]): PanelSummary {
  const states = new Map(entries.map((entry) => [entry.panel, entry.state]));
  const count = (...wanted: PanelState[]) =>
    [...states.values()].filter((state) => wanted.includes(state)).length;
  return {
    stated: states.size,
    painted: count("PAINTED", "LOCAL_PAINT"),
    replaced: count("REPLACED"),
    refitted: count("REFITTED"),
    flawless: count("ORIGINAL") === PANELS.length,
  };
}

/** The panels nothing is stated about, in diagram order. */
export function missingPanels(entries: readonly PanelEntry[]): Panel[] {
  const stated = new Set(entries.map((entry) => entry.panel));
  return PANELS.filter((panel) => !stated.has(panel));
}
