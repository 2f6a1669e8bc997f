import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, slugify, trCompare } from ".";

describe("fold", () => {
  it.each([
    ["ısparta", "isparta"],
    ["ISPARTA", "isparta"],
    ["İzmir", "izmir"],
    ["IZMIR", "izmir"],
    ["Iğdır", "igdir"],
    ["şğüöç ŞĞÜÖÇ", "sguoc sguoc"],
    ["Citroën", "citroen"],
    ["Škoda", "skoda"],
  ])("%s → %s", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it("is idempotent and blind to case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zçğıöşü ]*$/), (text) => {
        expect(fold(text.toLocaleUpperCase("tr"))).toBe(fold(text));
      }),
    );
  });
});

describe("slugify", () => {
  it("leaves lower-case ASCII, digits and single hyphens", () => {
    expect(slugify("Şahin S 1.6 (2019)")).toBe("sahin-s-1-6-2019");
    expect(slugify("Öz & Kardeşler Oto")).toBe("oz-ve-kardesler-oto");
    expect(slugify("—")).toBe("");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(slugify(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      }),
    );
  });
});

describe("trCompare", () => {
  it("sorts by the Turkish alphabet and numbers by value", () => {
    expect(
      ["Zonguldak", "Çorum", "Iğdır", "İzmir", "Ceyhan", "Şile", "Sivas"].sort(trCompare),
    ).toEqual(["Ceyhan", "Çorum", "Iğdır", "İzmir", "Sivas", "Şile", "Zonguldak"]);
    expect(["10", "9", "2"].sort(trCompare)).toEqual(["2", "9", "10"]);
  });
});
