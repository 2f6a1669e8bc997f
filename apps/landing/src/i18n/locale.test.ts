import { describe, expect, it } from "vitest";
import { barePath, localePath, toAppLocale } from "./locale";

describe("addresses of a language", () => {
  it("keep Turkish at the root and English below its prefix", () => {
    expect(localePath("tr", "/araclar")).toBe("/araclar");
    expect(localePath("en", "/araclar")).toBe("/en/araclar");
    expect(localePath("en", "/")).toBe("/en");
  });

  it("lose the prefix again, and only the prefix", () => {
    for (const path of ["/", "/araclar", "/enler", "/trafik"]) {
      expect(barePath(localePath("en", path))).toBe(path);
      expect(barePath(localePath("tr", path))).toBe(path);
    }
  });

  it("fall back to Turkish", () => {
    expect(toAppLocale("de")).toBe("tr");
    expect(toAppLocale(undefined)).toBe("tr");
  });
});
