"use client";

import { PositionStrip } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useFormats } from "../labels/use-formats";

/** Where the price stands among like vehicles; nothing while there are too few of them. */
export function PricePosition({ vehicleId }: { vehicleId: string }) {
  const t = useTranslations("market");
  const trpc = useTRPC();
  const { money } = useFormats();
  const { data } = useQuery(trpc.marketplace.pricePosition.queryOptions({ vehicleId }));
  if (!data?.available) return null;
  const { price, low, high, median, firstQuartile, thirdQuartile, sampleSize, verdict } = data;
  const finding = t(`position.${verdict}`, { count: sampleSize });
  return (
    <section className="border-t pt-4">
      <h2 className="font-medium text-sm">{t("position.title")}</h2>
      <PositionStrip
        min={Math.min(low.amount, price.amount)}
        max={Math.max(high.amount, price.amount)}
        median={median.amount}
        value={price.amount}
        quartiles={[firstQuartile.amount, thirdQuartile.amount]}
        label={`${finding} ${t("position.spoken", {
          price: money(price),
          low: money(low),
          median: money(median),
          high: money(high),
        })}`}
        texts={{
          min: money(low),
          median: t("position.median", { amount: money(median) }),
          max: money(high),
          value: money(price),
        }}
      />
      <p className="mt-2 text-ink-muted text-sm">{finding}</p>
    </section>
  );
}
