import { accessTokenKeys } from "@oto/services/auth";
import { dealLogKeys } from "@oto/services/deal-log";
import type { TestPlatform } from "@oto/services/testing";
import { createTestPlatform } from "@oto/services/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEY_RINGS, rotateKeys } from "./rotate-keys";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

describe("keys rotate", () => {
  it.each(KEY_RINGS)("gives %s a new key that signs, and keeps the old ones", async (ring) => {
    const first = await rotateKeys(test.platform, ring);
    test.clock.advance(60_000);
    const second = await rotateKeys(test.platform, ring);
    expect(second.filter(({ signs }) => signs)).toEqual([second[0]]);
    expect(second[0]?.kid).not.toBe(first[0]?.kid);
    expect(second.slice(1).map(({ kid }) => kid)).toEqual(first.map(({ kid }) => kid));
  });

  it("leaves the other ring alone, and both publish what they need to be proved", async () => {
    const before = await accessTokenKeys(test.platform);
    const made = await rotateKeys(test.platform, "deal-log");
    expect(await accessTokenKeys(test.platform)).toEqual(before);
    const published = (await dealLogKeys(test.platform)).keys.map(({ kid }) => kid);
    expect(published.sort()).toEqual(made.map(({ kid }) => kid).sort());
  });
});
