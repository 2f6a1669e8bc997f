import { describe, expect, it } from "vitest";
import { z } from "zod";
import { REASONS } from "../errors";
import { passwordField } from "../identity";
import { en, errorText, fieldErrors, fillMessage, hasMessage, messageText, tr } from ".";

function keysOf(node: object, prefix = ""): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();
}

describe("catalogue", () => {
  it("has the same keys in both languages, none of them empty", () => {
    const keys = keysOf(tr);
    expect(keysOf(en).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      expect(messageText(key, "tr"), key).not.toBe("");
      expect(messageText(key, "en"), key).not.toBe("");
    }
  });

  it("uses the same placeholders in both languages", () => {
    for (const key of keysOf(tr)) {
      const raw = (locale: "tr" | "en") => {
        const marks = Object.fromEntries(
          ["left", "seconds", "minutes", "stockNo", "count", "maxMb", "max", "maxMegapixels"]
            .concat(["currency", "maxDays", "minimum", "maximum", "keys", "date", "missing"])
            .concat(["ready", "min", "months", "km"])
            .map((name) => [name, `{${name}}`]),
        );
        return placeholders(messageText(key, locale, marks));
      };
      expect(raw("en"), key).toEqual(raw("tr"));
    }
  });

  it("has a text for every reason", () => {
    for (const reason of Object.keys(REASONS)) expect(hasMessage(`errors.${reason}`)).toBe(true);
    expect(errorText({ reason: "auth.otp_too_soon", params: { seconds: 30 } })).toBe(
      "Yeni kod istemek için 30 saniye bekleyin.",
    );
    expect(errorText({ reason: "notfound" }, "en")).toBe("What you are looking for was not found.");
  });

  it("fills placeholders and never shows an empty one", () => {
    expect(fillMessage("{a} {b}", { a: 1 })).toBe("1");
    expect(messageText("nothing.here")).toBe("nothing.here");
    expect(messageText("errors.constructor")).toBe("errors.constructor");
  });
});

describe("fieldErrors", () => {
  it("tells each field its faults in the reader's language", () => {
    const schema = z.object({
      owner: z.object({ password: passwordField, firstName: z.string() }),
      year: z.number().min(1950),
      tags: z.array(z.string()).max(1),
    });
    const result = schema.safeParse({
      owner: { password: "kisa" },
      year: 3,
      tags: ["a", "b"],
    });
    if (result.success) throw new Error("should fail");
    expect(fieldErrors(result.error)).toEqual({
      "owner.password": ["Şifre en az 10 karakter olmalı."],
      "owner.firstName": ["Bu alan zorunlu."],
      year: ["En az 1950 olmalı."],
      tags: ["En fazla 1 tane seçin."],
    });
    expect(fieldErrors(result.error, "en").year).toEqual(["Must be at least 1950."]);
  });
});
