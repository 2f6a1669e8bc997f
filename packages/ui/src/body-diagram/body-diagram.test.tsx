import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BodyDiagram } from "./body-diagram";
import { BodyDiagramEditor } from "./body-diagram-editor";
import type { BodyPart } from "./body-parts";
import { BODY_PARTS, PART_SHAPES } from "./body-parts";
import type { PartState } from "./part-state";

const states: PartState<"OK" | "NEW">[] = [
  { value: "OK", label: "Untouched", sign: "U", tone: "success", pattern: "plain" },
  { value: "NEW", label: "Replaced", sign: "R", tone: "danger", pattern: "cross" },
];
const partLabels = Object.fromEntries(
  BODY_PARTS.map((part) => [part, part.toLowerCase()]),
) as Record<BodyPart, string>;

describe("BodyDiagram", () => {
  const markup = renderToStaticMarkup(
    <BodyDiagram
      value={{ HOOD: "NEW", ROOF: "OK" }}
      states={states}
      partLabels={partLabels}
      unstatedLabel="Unknown"
      label="Body"
    />,
  );

  it("draws every part once", () => {
    for (const part of BODY_PARTS) {
      expect(markup.split(`data-part="${part}"`)).toHaveLength(2);
    }
  });

  it("says every part's state in words, so colour is never needed", () => {
    expect(markup).toContain("hood: Replaced");
    expect(markup).toContain("roof: Untouched");
    expect(markup).toContain("trunk: Unknown");
  });

  it("is one picture, with nothing to press", () => {
    expect(markup).toContain('role="img"');
    expect(markup).not.toContain('role="button"');
  });
});

describe("BodyDiagramEditor", () => {
  it("makes every part a named stop of the tab key", () => {
    const markup = renderToStaticMarkup(
      <BodyDiagramEditor
        value={{}}
        onValueChange={() => undefined}
        states={states}
        partLabels={partLabels}
        labels={{
          diagram: "Body",
          brush: "Brush",
          unstated: "Unknown",
          fillRest: (state) => state,
          clear: "Clear",
          changed: (part, state) => `${part}: ${state}`,
          keyboardHint: "",
        }}
      />,
    );
    expect(markup.split('role="button"')).toHaveLength(BODY_PARTS.length + 1);
    expect(markup).toContain('aria-label="hood: Unknown"');
  });
});

describe("PART_SHAPES", () => {
  it("mirrors left and right", () => {
    for (const part of BODY_PARTS.filter((name) => name.includes("LEFT"))) {
      const twin = BODY_PARTS.find((name) => name === part.replace("LEFT", "RIGHT"));
      const [x, y] = PART_SHAPES[part].at;
      expect(twin === undefined ? null : PART_SHAPES[twin].at).toEqual([320 - x, y]);
    }
  });
});
