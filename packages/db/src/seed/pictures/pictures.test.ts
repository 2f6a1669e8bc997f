import type { Color } from "@oto/domain";
import { BODY_TYPES, COLORS } from "@oto/domain";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { PICTURE_VIEWS, pictureSet, renderPicture } from "./index";
import { CAR_PAINTS } from "./palette";

/** Shading two million pixels takes most of a second on a busy machine. */
const PATIENCE = 120_000;

/** Mean colour of the front door, which a side view always shows there. */
async function doorColor(picture: Buffer): Promise<number[]> {
  const door = { left: 700, top: 690, width: 60, height: 40 };
  const pixel = await sharp(picture)
    .extract(door)
    .resize(1, 1, { kernel: "linear" })
    .raw()
    .toBuffer();
  return [...pixel];
}

const largest = (values: readonly number[]): number => values.indexOf(Math.max(...values));

describe("renderPicture", () => {
  it(
    "gives the same bytes for the same request and others for another seed",
    async () => {
      const request = {
        bodyType: "SUV",
        color: "WHITE",
        view: "FRONT_THREE_QUARTER",
        scene: "SEASIDE",
        seed: 7,
      } as const;
      const first = await renderPicture(request);
      expect((await renderPicture(request)).equals(first)).toBe(true);
      expect((await renderPicture({ ...request, seed: 8 })).equals(first)).toBe(false);
    },
    PATIENCE,
  );

  it(
    "draws every body and shows every colour as its paint",
    async () => {
      const brightness = new Map<Color, number>();
      for (const [i, color] of COLORS.entries()) {
        const bodyType = BODY_TYPES[Math.floor((i * BODY_TYPES.length) / COLORS.length)] ?? "SEDAN";
        const request = { bodyType, color, view: "SIDE", scene: "SHOWROOM", seed: "side" } as const;
        const door = await doorColor(await renderPicture(request));
        brightness.set(color, Math.max(...door));
        const { base } = CAR_PAINTS[color];
        const colorful = Math.max(...base) > 1.6 * Math.min(...base);
        if (colorful) expect(largest(door), `${color} ${bodyType}`).toBe(largest(base));
        else expect(Math.max(...door) - Math.min(...door), color).toBeLessThan(32);
      }
      const greys = (["BLACK", "GREY", "SILVER", "WHITE"] as const).map((c) => brightness.get(c));
      expect(greys).toEqual(greys.toSorted((a = 0, b = 0) => a - b));
    },
    PATIENCE,
  );
});

describe("pictureSet", () => {
  it(
    "photographs one car from every side as full-size JPEG",
    async () => {
      const set = await pictureSet({ bodyType: "VAN", color: "BLUE", seed: "set" });
      expect(set.map((p) => p.view)).toEqual(PICTURE_VIEWS.slice(0, set.length));
      expect(set.length).toBeGreaterThanOrEqual(4);
      for (const { buffer } of set) {
        const { format, width, height } = await sharp(buffer).metadata();
        expect({ format, width, height }).toEqual({ format: "jpeg", width: 1600, height: 1200 });
        expect(buffer.length).toBeGreaterThan(60_000);
      }
    },
    PATIENCE,
  );
});
