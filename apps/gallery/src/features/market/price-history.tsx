"use client";

import { percentChange } from "@oto/domain";
import { Card, Timeline } from "@oto/ui";
import { ArrowDownRight, ArrowUpRight, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { ListingView } from "./market-views";

/** How the asking price went, the latest first; a price that never changed has no story. */
export function PriceHistory({ points }: { points: ListingView["priceHistory"] }) {
  const t = useTranslations("market");
  const formats = useFormats();
  if (points.length < 2) return null;
  const sorted = points.toSorted((a, b) => a.at.localeCompare(b.at));
  const items = sorted.map((point, index) => {
    const before = sorted[index - 1];
    const change =
      before && before.price.currency === point.price.currency
        ? percentChange(before.price, point.price)
        : null;
    const down = (change ?? 0) < 0;
    return {
      id: point.at,
      title: formats.money(point.price),
      time: formats.day(point.at),
      icon: <ChangeIcon change={change} />,
      ...(change === null
        ? { description: t("firstPrice") }
        : {
            description: t(down ? "priceDown" : "priceUp", {
              percent: formats.number(Math.abs(change)),
            }),
            tone: down ? ("success" as const) : ("warn" as const),
          }),
    };
  });
  return (
    <Card title={t("priceHistory")}>
      <Timeline items={items.toReversed()} />
    </Card>
  );
}

/** The first price, or which way it went. */
function ChangeIcon({ change }: { change: number | null }) {
  if (change === null) return <Tag aria-hidden="true" />;
  return change < 0 ? <ArrowDownRight aria-hidden="true" /> : <ArrowUpRight aria-hidden="true" />;
}
