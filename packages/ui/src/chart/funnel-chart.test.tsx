import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FunnelChart, funnelShape } from "./funnel-chart";

describe("funnelShape", () => {
  it("is as wide as its value and runs out to the next", () => {
    expect(funnelShape(100, 50)).toBe("0,0 100,0 100,34 75,48 25,48 0,34");
  });

  it("stays a line for nothing", () => {
    expect(funnelShape(0, 0)).toBe("49.25,0 50.75,0 50.75,34 50.75,48 49.25,48 49.25,34");
  });
});

describe("FunnelChart", () => {
  it("says every step with its number", () => {
    const markup = renderToStaticMarkup(
      <FunnelChart
        label="2 of 10 sold"
        steps={[
          { id: "made", label: "Offers", value: 10, text: "10", note: "100%" },
          { id: "sold", label: "Sold", value: 2, text: "2", note: "20%" },
        ]}
      />,
    );
    expect(markup).toContain('aria-label="2 of 10 sold"');
    for (const text of ["Offers", "Sold", ">10<", ">2<", "20%"]) expect(markup).toContain(text);
  });
});
