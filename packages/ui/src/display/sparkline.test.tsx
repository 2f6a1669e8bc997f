import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Sparkline, sparkPoints } from "./sparkline";

describe("sparkPoints", () => {
  it("spans the box from the lowest to the highest value", () => {
    expect(sparkPoints([0, 10])).toEqual([
      [2, 26],
      [98, 2],
    ]);
  });

  it("draws a flat series through the middle", () => {
    expect(sparkPoints([5, 5, 5]).map(([, y]) => y)).toEqual([14, 14, 14]);
  });
});

describe("Sparkline", () => {
  it("says what it shows", () => {
    const markup = renderToStaticMarkup(<Sparkline values={[1, 2]} label="Rising" />);
    expect(markup).toContain('aria-label="Rising"');
  });

  it("draws nothing for nothing", () => {
    expect(renderToStaticMarkup(<Sparkline values={[]} label="None" />)).toBe("");
  });
});
