import { describe, expect, it } from "vitest";
import { partsOfText, vehicleInText } from "./vehicle-link";

const ID = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
const HOSTS = ["panel.kontak.test", "kontak.test"];

describe("vehicleInText", () => {
  it.each([
    `https://panel.kontak.test/pazar/${ID}`,
    `Bakın: https://panel.kontak.test/stok/${ID}?x=1 güzel`,
    `https://kontak.test/arac/volkswagen-passat-2019-${ID}.`,
    `https://kontak.test/arac/${ID}`,
    `(https://kontak.test/en/arac/x-${ID})`,
  ])("finds the vehicle of %s", (text) => {
    expect(vehicleInText(text, HOSTS)).toBe(ID);
  });

  it.each([
    `https://evil.test/pazar/${ID}`,
    `https://kontak.test.evil.test/pazar/${ID}`,
    `https://evil.test/?u=https://kontak.test/pazar/${ID}`,
    `https://panel.kontak.test/teklifler/${ID}`,
    `https://panel.kontak.test/pazar/${ID}0`,
    "https://panel.kontak.test/pazar",
    "javascript:alert(1)",
    "",
  ])("makes no card of %s", (text) => {
    expect(vehicleInText(text, HOSTS)).toBeNull();
  });
});

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
