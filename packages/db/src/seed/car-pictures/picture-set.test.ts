import { BODY_TYPES, COLORS } from "@oto/domain";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPicture, pictureSet, VIEWS } from "./picture-set";
import { SCENES } from "./scenes";

describe("demo pictures", () => {
  it("draw every body in every colour without a hole in the numbers", () => {
    for (const bodyType of BODY_TYPES) {
      for (const color of COLORS) {
        const svg = drawPicture({ bodyType, color, view: "SIDE", scene: "SHOWROOM" });
        expect(svg, `${bodyType} ${color}`).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
    const scenes = SCENES.map((scene) =>
      drawPicture({ bodyType: "SUV", color: "RED", view: "SIDE", scene }),
    );
    expect(new Set(scenes).size).toBe(SCENES.length);
  });

  it("are the same for the same seed, and large enough for every width", async () => {
    const request = { bodyType: "SEDAN", color: "BLUE", seed: 3 } as const;
    const [one, two] = await Promise.all([pictureSet(request), pictureSet(request)]);
    expect(one.map(({ view }) => view)).toEqual([...VIEWS]);
    for (const [index, { buffer }] of one.entries()) {
      expect(two[index]?.buffer.equals(buffer)).toBe(true);
      expect(await sharp(buffer).metadata()).toMatchObject({
        format: "jpeg",
        width: 1600,
        height: 1200,
      });
    }
  });
});
