import { describe, expect, it } from "vitest";
import {
  FEATURE_CATALOGUE,
  FEATURE_GROUPS,
  FEATURES,
  featuresOf,
  missingPanels,
  PANELS,
  summarizePanels,
} from ".";

describe("features", () => {
  it("are sixty or more, each with a group and two names of its own", () => {
    expect(FEATURES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(FEATURE_CATALOGUE.map((feature) => feature.tr)).size).toBe(FEATURES.length);
    expect(new Set(FEATURE_CATALOGUE.map((feature) => feature.en)).size).toBe(FEATURES.length);
    for (const group of FEATURE_GROUPS) expect(featuresOf(group).length).toBeGreaterThan(5);
  });
});

describe("panels", () => {
  it("are flawless only when all thirteen are stated original", () => {
    const original = PANELS.map((panel) => ({ panel, state: "ORIGINAL" as const }));
    expect(summarizePanels(original)).toMatchObject({ stated: 13, painted: 0, flawless: true });
    expect(summarizePanels(original.slice(1)).flawless).toBe(false);
    expect(missingPanels(original.slice(1))).toEqual(["HOOD"]);
    expect(
      summarizePanels([
        { panel: "HOOD", state: "PAINTED" },
        { panel: "ROOF", state: "LOCAL_PAINT" },
        { panel: "TRUNK", state: "REPLACED" },
      ]),
    ).toEqual({ stated: 3, painted: 2, replaced: 1, refitted: 0, flawless: false });
  });
});
