import { z } from "zod";
import { DomainError } from "../errors";
import type { Currency } from "../values";
import { currencyField } from "../values";

/** An amount in minor units (kuruş, cent) with its currency. Computed amounts may be negative. */
export interface Money {
  amount: number;
  currency: Currency;
}

/** 100 billion in major units: far above any vehicle, far below the edge of safe integers. */
export const MAX_AMOUNT = 10_000_000_000_000;

/** An amount of zero or more, as it travels on the wire. */
export const moneyField = z.strictObject({
  amount: z
    .number({ error: "validation.money" })
    .int({ error: "validation.money" })
    .min(0, { error: "validation.money" })
    .max(MAX_AMOUNT, { error: "validation.money" }),
  currency: currencyField,
});

/** An amount above zero: prices and offers. */
export const positiveMoneyField = moneyField.refine((money) => money.amount > 0, {
  error: "validation.money_positive",
  path: ["amount"],
});

/** Shorthand for `{ amount, currency }`; TRY unless told otherwise. */
export function money(amount: number, currency: Currency = "TRY"): Money {
  return { amount, currency };
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new DomainError("money.currency_mismatch", { left: a.currency, right: b.currency });
  }
}

function checked(amount: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amount) || Math.abs(amount) > MAX_AMOUNT) {
    throw new DomainError("money.out_of_range");
  }
  return { amount: amount === 0 ? 0 : amount, currency };
}

/** @throws DomainError `money.currency_mismatch`, `money.out_of_range` */
export function addMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return checked(a.amount + b.amount, a.currency);
}

/** @throws DomainError `money.currency_mismatch`, `money.out_of_range` */
export function subtractMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return checked(a.amount - b.amount, a.currency);
}

/** Negative, zero or positive, for sorting. @throws DomainError `money.currency_mismatch` */
export function compareMoney(a: Money, b: Money): number {
  assertSameCurrency(a, b);
  return a.amount - b.amount;
}

/** `percent` % of an amount, rounded half away from zero to whole minor units. */
export function percentOf(value: Money, percent: number): Money {
  const exact = (value.amount * percent) / 100;
  return checked(Math.sign(exact) * Math.round(Math.abs(exact)), value.currency);
}

/** How far `b` lies from `a` in percent of `a`, one decimal; null when `a` is zero. */
export function percentChange(a: Money, b: Money): number | null {
  assertSameCurrency(a, b);
  if (a.amount === 0) return null;
  return Math.round(((b.amount - a.amount) / a.amount) * 1000) / 10;
}
