import { describe, expect, it } from "vitest";
import { messagesOf } from "./messages";

/** Dotted paths of all texts, with the placeholders each of them takes. */
function textsOf(tree: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") {
      const names = [...value.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? "");
      found.set(here, [...new Set(names)].toSorted().join());
    } else {
      for (const [deeper, names] of textsOf(value, here)) found.set(deeper, names);
    }
  }
  return found;
}

describe("messages", () => {
  const { domain: _tr, ...tr } = messagesOf("tr");
  const { domain: _en, ...en } = messagesOf("en");

  it("say the same things in both languages, with the same placeholders", () => {
    expect(Object.fromEntries(textsOf(en))).toEqual(Object.fromEntries(textsOf(tr)));
  });

  it("leave nothing empty", () => {
    const empty = JSON.stringify([tr, en]).match(/"\w+":""/g);
    expect(empty).toBeNull();
  });
});
