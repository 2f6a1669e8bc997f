"use client";

import type { Money } from "@oto/domain";
import { percentChange } from "@oto/domain";
import { Badge } from "@oto/ui";
import { TrendingDown, TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";

interface PriceSinceProps {
  then: Money;
  now: Money;
}

/** How the price has moved since one began to follow the vehicle. */
export function PriceSince({ then, now }: PriceSinceProps) {
  const t = useTranslations("favorites");
  const formats = useFormats();
  if (then.currency !== now.currency || then.amount === now.amount) return null;
  const down = now.amount < then.amount;
  const percent = formats.number(Math.abs(percentChange(then, now) ?? 0));
  return (
    <Badge
      tone={down ? "success" : "warn"}
      icon={down ? <TrendingDown aria-hidden="true" /> : <TrendingUp aria-hidden="true" />}
    >
      {t(down ? "cheaper" : "dearer", {
        percent,
        amount: formats.money({ ...now, amount: Math.abs(now.amount - then.amount) }),
      })}
    </Badge>
  );
}
