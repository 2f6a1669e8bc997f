import { describe, expect, it } from "vitest";
import { caretAfter, formatGrouped, formatMoney, readTyped } from "./number-format";

describe("formatGrouped", () => {
  it("groups as the locale does", () => {
    expect(formatGrouped(1245000, "tr-TR")).toBe("1.245.000");
    expect(formatGrouped(1245000, "en-US")).toBe("1,245,000");
  });
});

describe("readTyped", () => {
  it.each([
    ["1245000", "1.245.000", 1245000],
    ["1.245.000 ₺", "1.245.000", 1245000],
    ["007", "7", 7],
    ["abc", "", null],
    ["", "", null],
  ])("reads %j as %j", (raw, text, value) => {
    expect(readTyped(raw, "tr-TR")).toEqual({ text, value });
  });

  it("keeps a decimal sign while it is being typed and cuts the surplus", () => {
    expect(readTyped("1245,", "tr-TR", 2)).toEqual({ text: "1.245,", value: 1245 });
    expect(readTyped("1245,507", "tr-TR", 2)).toEqual({ text: "1.245,50", value: 1245.5 });
    expect(readTyped(",5", "tr-TR", 2)).toEqual({ text: "0,5", value: 0.5 });
  });

  it("reads back what it wrote", () => {
    for (const value of [0, 9, 84_500, 1_245_000, 999_999_999]) {
      expect(readTyped(formatGrouped(value, "tr-TR"), "tr-TR").value).toBe(value);
    }
  });
});

describe("caretAfter", () => {
  it("stays behind the same digit when a group sign appears before it", () => {
    expect(caretAfter("12345", 5, "12.345")).toBe(6);
    expect(caretAfter("12345", 2, "12.345")).toBe(2);
    expect(caretAfter("12345", 3, "12.345")).toBe(4);
  });

  it("stays at the start", () => {
    expect(caretAfter("1234", 0, "1.234")).toBe(0);
  });
});

describe("formatMoney", () => {
  it("writes whole lira without kuruş and the sign behind", () => {
    expect(formatMoney({ amount: 124_500_000, currency: "TRY" }, "tr-TR")).toBe("1.245.000\u00a0₺");
    expect(formatMoney({ amount: 124_550, currency: "TRY" }, "tr-TR")).toBe("1.245,50\u00a0₺");
    expect(formatMoney({ amount: 124_500_000, currency: "EUR" }, "en-US")).toBe("€1,245,000");
  });
});
