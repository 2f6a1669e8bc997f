import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TONES } from "./foundation/tone";

type Tokens = Map<string, readonly [number, number, number]>;

/** The OKLCH colours that a block of tokens.css names. */
function readTokens(selector: string): Tokens {
  const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
  const block = css.split(`${selector} {`)[1]?.split("\n}")[0] ?? "";
  const found = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g);
  return new Map(
    [...found].map((match) => [
      match[1] ?? "",
      [Number(match[2]), Number(match[3]), Number(match[4])],
    ]),
  );
}

/** Relative luminance of an OKLCH colour: Ottosson's matrices to linear sRGB, WCAG's weights. */
function luminance([lightness, chroma, hue]: readonly [number, number, number]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [first, second] = [tokens.get(one), tokens.get(other)];
  if (first === undefined || second === undefined) {
    throw new Error(`No colour ${first === undefined ? one : other}`);
  }
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["canvas", "surface", "raised", "sunken"];
const HUES = TONES.filter((tone) => tone !== "neutral");

describe.each([
  ["light", ":root"],
  ["dark", ".dark"],
])("colours of the %s theme", (_, selector) => {
  const tokens = readTokens(selector);

  it.each(
    GROUNDS.flatMap((ground) => ["ink", "ink-muted", "ink-subtle"].map((ink) => [ink, ground])),
  )("%s reads on %s", (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(HUES)("%s reads on its own, soft, and with text on it", (tone) => {
    expect(contrast(tokens, `on-${tone}`, tone)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens, `${tone}-strong`, `${tone}-soft`)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens, `${tone}-strong`, "canvas")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens, `${tone}-strong`, "surface")).toBeGreaterThanOrEqual(4.5);
  });

  it("shows the edge of controls and the focus ring", () => {
    expect(contrast(tokens, "control", "surface")).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens, "ring", "surface")).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens, "ring", "canvas")).toBeGreaterThanOrEqual(3);
  });
});
