"use client";

import { Avatar, Card } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OfferCardView } from "./offer-views";

interface CounterpartCardProps {
  counterpart: OfferCardView["counterpart"];
  /** The reader's own side. */
  side: OfferCardView["side"];
  children?: ReactNode;
}

/** The other gallery. */
export function CounterpartCard({ counterpart, side, children }: CounterpartCardProps) {
  const t = useTranslations("offers");
  return (
    <Card>
      <div className="flex items-center gap-3">
        <Avatar name={counterpart.name} shape="square" size="lg" />
        <div className="min-w-0">
          <p className="text-ink-muted text-sm">{t(side === "SELLER" ? "buyer" : "seller")}</p>
          <h2 className="truncate text-heading">{counterpart.name}</h2>
          <p className="text-ink-muted text-sm">{counterpart.province.name}</p>
        </div>
      </div>
      {children}
    </Card>
  );
}
