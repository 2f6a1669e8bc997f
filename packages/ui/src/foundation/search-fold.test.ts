import { describe, expect, it } from "vitest";
import { foldText, matchScore } from "./search-fold";

describe("foldText", () => {
  it("makes every Turkish i alike and drops accents", () => {
    expect(foldText("İSTANBUL Iğdır")).toBe("istanbul igdir");
    expect(foldText("Citroën Şahin")).toBe("citroen sahin");
  });
});

describe("matchScore", () => {
  it("ranks the start of the text over the start of a word over the middle", () => {
    expect(matchScore("Passat Variant", "pas")).toBe(1);
    expect(matchScore("Volkswagen Passat", "pas")).toBe(0.8);
    expect(matchScore("Compass", "pas")).toBe(0.5);
  });

  it("asks for every word", () => {
    expect(matchScore("Volkswagen Passat", "volk passat")).toBe(1);
    expect(matchScore("Volkswagen Passat", "volk golf")).toBe(0);
  });
});
