import { describe, expect, it } from "vitest";
import { vehicleInText } from "./vehicle-link";

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
