"use client";

import type { MoneyLike } from "../foundation/number-format";
import { currencySign } from "../foundation/number-format";
import type { NumberInputProps } from "./number-input";
import { NumberInput } from "./number-input";

interface MoneyInputProps<C extends string>
  extends Omit<NumberInputProps, "value" | "onValueChange" | "decimals" | "unit" | "grouping"> {
  value: MoneyLike<C> | null | undefined;
  onValueChange: (value: MoneyLike<C> | null) => void;
  /** The currency of a new amount, when `value` is empty. */
  currency: C;
  /** Offered in a small list; without it the currency is fixed and shown as a sign. */
  currencies?: readonly C[] | undefined;
  /** Accessible name of the list of currencies. */
  currencyLabel?: string | undefined;
}

/** An amount of money; gives back minor units (kuruş) as an integer. */
export function MoneyInput<C extends string>({
  value,
  onValueChange,
  currency,
  currencies,
  currencyLabel,
  ...rest
}: MoneyInputProps<C>) {
  const current = value?.currency ?? currency;
  return (
    <NumberInput
      {...rest}
      decimals={2}
      value={value === null || value === undefined ? null : value.amount / 100}
      onValueChange={(number) =>
        onValueChange(
          number === null ? null : { amount: Math.round(number * 100), currency: current },
        )
      }
      trailing={
        currencies === undefined || currencies.length < 2 ? (
          <span className="px-2 font-medium">{currencySign(current)}</span>
        ) : (
          <select
            aria-label={currencyLabel}
            className="h-9 rounded-md bg-transparent px-1 font-medium text-ink-muted"
            value={current}
            disabled={rest.disabled}
            onChange={(event) => {
              const next = currencies.find((code) => code === event.target.value);
              if (next !== undefined) {
                onValueChange({ amount: value?.amount ?? 0, currency: next });
              }
            }}
          >
            {currencies.map((code) => (
              <option key={code} value={code}>
                {currencySign(code)}
              </option>
            ))}
          </select>
        )
      }
    />
  );
}
