import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "../errors";
import { CURRENCIES } from "../values";
import {
  addMoney,
  compareMoney,
  formatMoney,
  MAX_AMOUNT,
  money,
  moneyField,
  parseMoneyInput,
  percentChange,
  percentOf,
  positiveMoneyField,
  subtractMoney,
} from ".";

const amounts = fc.integer({ min: 0, max: MAX_AMOUNT / 2 });

describe("money", () => {
  it("adds and subtracts within a currency", () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const sum = addMoney(money(a), money(b));
        expect(sum.amount).toBe(a + b);
        expect(subtractMoney(sum, money(b))).toEqual(money(a));
        expect(Math.sign(compareMoney(money(a), money(b)))).toBe(Math.sign(a - b));
      }),
    );
  });

  it("refuses to mix currencies and to leave its range", () => {
    expect(() => addMoney(money(1), money(1, "EUR"))).toThrow(DomainError);
    expect(() => addMoney(money(MAX_AMOUNT), money(1))).toThrow("money.out_of_range");
  });

  it("rounds percentages half away from zero", () => {
    expect(percentOf(money(150), 1)).toEqual(money(2));
    expect(percentOf(money(-150), 1)).toEqual(money(-2));
    expect(percentChange(money(100_000), money(95_000))).toBe(-5);
    expect(percentChange(money(0), money(1))).toBeNull();
  });

  it("takes whole amounts in range only", () => {
    expect(moneyField.safeParse({ amount: 0, currency: "TRY" }).success).toBe(true);
    for (const amount of [-1, 1.5, MAX_AMOUNT + 1, Number.NaN, Number.POSITIVE_INFINITY, "5"]) {
      expect(moneyField.safeParse({ amount, currency: "TRY" }).success).toBe(false);
    }
    expect(moneyField.safeParse({ amount: 1, currency: "GBP" }).success).toBe(false);
    expect(positiveMoneyField.safeParse({ amount: 0, currency: "TRY" }).success).toBe(false);
  });
});

describe("formatMoney", () => {
  it.each([
    [money(124_500_000, "TRY"), "tr", "1.245.000 ₺"],
    [money(124_500_050, "TRY"), "tr", "1.245.000,50 ₺"],
    [money(124_500_000, "TRY"), "en", "₺1,245,000"],
    [money(-250_000, "EUR"), "tr", "-2.500 €"],
    [money(99, "USD"), "en", "$0.99"],
  ] as const)("writes %o in %s as %s", (value, locale, text) => {
    expect(formatMoney(value, locale)).toBe(text);
  });

  it("is read back by parseMoneyInput", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CURRENCIES), (amount, currency) => {
        const value = money(amount, currency);
        expect(parseMoneyInput(formatMoney(value, "tr"), "TRY")).toEqual(value);
      }),
    );
  });
});

describe("parseMoneyInput", () => {
  it.each([
    ["1.245.000", 1_245_000],
    ["1.245.000 TL", 1_245_000],
    ["1.245.000,50 tl", 1_245_000.5],
    ["1,245,000", 1_245_000],
    ["1 245 000 ₺", 1_245_000],
    ["₺1245000", 1_245_000],
    ["1245000", 1_245_000],
    ["1,2 milyon", 1_200_000],
    ["1.2 milyon TL", 1_200_000],
    ["1,245 milyon", 1_245_000],
    ["900 bin", 900_000],
    ["900bin tl", 900_000],
    ["900k", 900_000],
    ["1.5m", 1_500_000],
    ["12,5", 12.5],
    ["0", 0],
    ["1'250'000", 1_250_000],
  ])("reads %s as %d", (text, lira) => {
    expect(parseMoneyInput(text)).toEqual(money(Math.round(lira * 100)));
  });

  it("reads other currencies from their sign or name", () => {
    expect(parseMoneyInput("€ 25.000")).toEqual(money(2_500_000, "EUR"));
    expect(parseMoneyInput("25.000 dolar")).toEqual(money(2_500_000, "USD"));
    expect(parseMoneyInput("500", "EUR")).toEqual(money(50_000, "EUR"));
  });

  it("refuses what is no amount, and never throws", () => {
    for (const text of ["", "abc", "-5", "1.2.3", "12,3456", "1..2", "5 elma", "1e9"]) {
      expect(parseMoneyInput(text), text).toBeNull();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseMoneyInput(text);
        if (value) expect(moneyField.safeParse(value).success).toBe(true);
      }),
    );
  });
});
