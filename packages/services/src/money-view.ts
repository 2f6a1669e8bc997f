import type { Currency, Money } from "@oto/domain";

/** A money column as it travels: BIGINT minor units fit a safe integer by the domain's bounds. */
export function toMoney(amount: bigint | number, currency: Currency): Money {
  return { amount: Number(amount), currency };
}
