"use client";

import type { Money } from "@oto/domain";
import { cn } from "@oto/ui";
import { LockKeyhole } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";

interface FloorHintProps {
  floor: Money;
  amount: Money | null;
}

/** How an amount lies to the lowest price one would take; the other side never sees it. */
export function FloorHint({ floor, amount }: FloorHintProps) {
  const t = useTranslations("offers");
  const { money } = useFormats();
  const measured = amount !== null && amount.currency === floor.currency;
  const difference = measured ? amount.amount - floor.amount : 0;
  const against = difference < 0 ? "below" : "above";
  const key = measured ? against : "only";
  return (
    <p
      className={cn(
        "flex items-start gap-2 rounded-control bg-sunken px-3 py-2 text-ink-muted text-sm",
        key === "below" && "bg-warn-soft text-warn-strong",
      )}
    >
      <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        {t(`floor.${key}`, {
          floor: money(floor),
          difference: money({ ...floor, amount: Math.abs(difference) }),
        })}
      </span>
    </p>
  );
}
