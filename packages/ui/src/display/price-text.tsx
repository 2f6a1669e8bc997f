import { cn } from "../foundation/cn";
import type { MoneyLike } from "../foundation/number-format";
import { formatMoney } from "../foundation/number-format";

interface PriceTextProps {
  money: MoneyLike;
  /** Default `tr-TR`: `1.245.000 ₺`. */
  locale?: string | undefined;
  size?: "sm" | "md" | "lg" | "xl" | undefined;
  /** Struck through, with `wasLabel` for screen readers ("former price"). */
  was?: MoneyLike | undefined;
  wasLabel?: string | undefined;
  className?: string | undefined;
}

const SIZE = {
  sm: "text-sm font-semibold",
  md: "text-base font-semibold",
  lg: "text-xl font-[620] tracking-[-0.02em]",
  xl: "text-[2rem] leading-10 font-[640] tracking-[-0.03em]",
};

/** A price in tabular figures. */
export function PriceText({
  money,
  locale = "tr-TR",
  size = "md",
  was,
  wasLabel,
  className,
}: PriceTextProps) {
  return (
    <span
      className={cn("inline-flex flex-wrap items-baseline gap-x-2 whitespace-nowrap", className)}
    >
      <span className={cn("text-ink", SIZE[size])}>{formatMoney(money, locale)}</span>
      {was === undefined ? null : (
        <span className="font-normal text-ink-subtle text-sm">
          <span className="sr-only">{wasLabel} </span>
          <s>{formatMoney(was, locale)}</s>
        </span>
      )}
    </span>
  );
}
