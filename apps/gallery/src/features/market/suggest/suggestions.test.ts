import { describe, expect, it } from "vitest";
import { suggestionsOf, withoutTyped } from "./suggestions";

describe("withoutTyped", () => {
  it.each([
    ["pas", "Volkswagen Passat", ""],
    ["dizel pas", "Volkswagen Passat", "dizel"],
    ["2019 vol pas", "Volkswagen Passat", "2019"],
    ["volkswagen PASS", "Volkswagen Passat", ""],
    // What was being typed goes also when it was misspelled.
    ["dizel pasat", "Volkswagen Passat", "dizel"],
    ["ISPARTA gö", "Göller Oto", "ISPARTA"],
    ["", "Fiat", ""],
  ])("%s and %s leave %s", (typed, text, left) => {
    expect(withoutTyped(typed, text)).toBe(left);
  });
});

describe("suggestionsOf", () => {
  const view = {
    recent: ["golf 2020"],
    items: [
      { kind: "make" as const, makeId: "m", seriesId: null, text: "Volkswagen", count: 9 },
      { kind: "series" as const, makeId: "m", seriesId: "s", text: "Volkswagen Golf", count: 4 },
    ],
    models: [{ modelId: "x", text: "Golf 1.6 TDI", count: 2 }],
    galleries: [{ galleryId: "g", name: "Golf Oto", slug: "golf-oto", provinceCode: 34 }],
  };

  it("puts own searches first, then vehicles, then galleries", () => {
    const kinds = suggestionsOf(view, "dizel gol").map(({ kind }) => kind);
    expect(kinds).toEqual(["recent", "make", "series", "model", "gallery"]);
  });

  it("turns what is chosen into filters and keeps the other words", () => {
    const [recent, make, series, model, gallery] = suggestionsOf(view, "dizel gol");
    expect(recent?.change).toEqual({ q: "golf 2020" });
    expect(make?.change).toMatchObject({
      q: "dizel",
      make: ["m"],
      series: null,
      model: null,
      trim: null,
    });
    expect(series?.change).toMatchObject({ q: "dizel", make: ["m"], series: ["s"] });
    expect(model?.change).toMatchObject({ q: "dizel", make: null, model: ["x"] });
    expect(gallery?.change).toEqual({ q: "dizel", gallery: "g" });
  });
});
