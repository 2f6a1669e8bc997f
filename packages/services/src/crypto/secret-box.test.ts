import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSecretBox } from "./secret-box";

const SECRET = "a-secret-of-at-least-thirty-two-bytes";

describe("secret box", () => {
  it("opens what it sealed, and seals differently every time", () => {
    const box = createSecretBox(SECRET, "test");
    fc.assert(
      fc.property(fc.string(), (plain) => {
        const sealed = box.seal(plain);
        expect(box.open(sealed)).toBe(plain);
        expect(box.seal(plain)).not.toBe(sealed);
      }),
    );
  });

  it("refuses altered texts, other purposes, other secrets and unknown versions", () => {
    const box = createSecretBox(SECRET, "test");
    const sealed = box.seal("123456");
    const parts = sealed.split(".");
    for (const index of [1, 2, 3]) {
      const altered = [...parts];
      const part = altered[index] ?? "";
      altered[index] = `${part.startsWith("A") ? "B" : "A"}${part.slice(1)}`;
      expect(() => box.open(altered.join("."))).toThrow();
    }
    expect(() => createSecretBox(SECRET, "other").open(sealed)).toThrow();
    expect(() => createSecretBox(`${SECRET}!`, "test").open(sealed)).toThrow();
    expect(() => box.open(sealed.replace("v1.", "v2."))).toThrow(/key version/);
    // A shortened tag would be easier to forge.
    const [version, iv, tag, body] = parts;
    const short = Buffer.from(tag ?? "", "base64url")
      .subarray(0, 4)
      .toString("base64url");
    expect(() => box.open([version, iv, short, body].join("."))).toThrow();
  });
});
