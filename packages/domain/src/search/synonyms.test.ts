import { describe, expect, it } from "vitest";
import { codeAliases, expandSynonyms, expandText } from ".";

describe("synonyms", () => {
  it("work both ways, whatever the spelling", () => {
    expect(expandSynonyms("VW")).toContain("volkswagen");
    expect(expandSynonyms("Volkswagen")).toContain("vw");
    expect(expandSynonyms("DİZEL")).toContain("diesel");
    expect(expandSynonyms("passat")).toEqual(["passat"]);
  });

  it("widen otomatik to its kinds but not back", () => {
    expect(expandSynonyms("otomatik")).toContain("dsg");
    expect(expandSynonyms("dsg")).toEqual(["dsg"]);
  });

  it("expand a listing's text with synonyms and other spellings of its codes", () => {
    const text = expandText("2019 Volkswagen Passat 1.6 TDI Dizel");
    for (const word of ["vw", "diesel", "mazot", "1,6"]) expect(text).toContain(word);
    expect(text.startsWith("2019 volkswagen passat 1.6 tdi dizel")).toBe(true);
    expect(codeAliases("bmw 320 d")).toContain("320d");
    expect(codeAliases("hyundai i20")).toContain("i 20");
    expect(codeAliases("toyota c-hr")).toContain("chr");
  });
});
