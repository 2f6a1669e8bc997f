import { describe, expect, it } from "vitest";
import { partsOfText } from "./text-parts";

describe("partsOfText", () => {
  it("parts addresses from words and leaves the sentence its full stop", () => {
    const parts = partsOfText("Bakın https://a.test/b, sonra http://c.test.");
    expect(parts.map(({ kind, value }) => `${kind}:${value}`)).toEqual([
      "text:Bakın ",
      "link:https://a.test/b",
      "text:, sonra ",
      "link:http://c.test",
      "text:.",
    ]);
  });

  it("makes no address of other schemes", () => {
    expect(partsOfText("javascript:alert(1) data:x").map(({ kind }) => kind)).toEqual(["text"]);
  });
});
