import { describe, expect, it } from "vitest";
import { __SNAKE___TITLE_MAX, __camel__TitleField } from ".";

describe("__words__ title", () => {
  it("is trimmed", () => {
    expect(__camel__TitleField.parse("  İlk kayıt ")).toBe("İlk kayıt");
  });

  it.each(["", "   ", "a".repeat(__SNAKE___TITLE_MAX + 1)])("refuses %j", (title) => {
    expect(__camel__TitleField.safeParse(title).success).toBe(false);
  });
});
