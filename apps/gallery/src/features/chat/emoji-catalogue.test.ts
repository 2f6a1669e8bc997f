import { describe, expect, it } from "vitest";
import en from "../../../messages/en/emoji.json";
import tr from "../../../messages/tr/emoji.json";

const signsOf = (catalogue: typeof tr) =>
  Object.entries(catalogue).map(([id, { signs }]) => [id, Object.keys(signs)]);

describe("emoji", () => {
  it("are the same in both languages, each once and each with a name", () => {
    expect(signsOf(en)).toEqual(signsOf(tr));
    const all = Object.values(tr).flatMap(({ signs }) => Object.keys(signs));
    expect(new Set(all).size).toBe(all.length);
    for (const { signs } of [...Object.values(tr), ...Object.values(en)]) {
      expect(Object.values(signs).every((name) => name.length > 1)).toBe(true);
    }
  });
});
