import { expect, it } from "vitest";
import { countryOf } from "./country-of";

it.each([
  ["85.105.1.1", "TR"],
  ["::ffff:85.105.1.1", "TR"],
  ["8.8.8.8", "US"],
  ["127.0.0.1", null],
  ["10.1.2.3", null],
  ["192.168.1.20", null],
  ["2a02:ff0::1", null],
  ["no address", null],
  [null, null],
])("%s belongs to %s", (address, country) => {
  expect(countryOf(address)).toBe(country);
});
