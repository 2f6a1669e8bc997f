"use client";

import { Button, UiLink } from "@oto/ui";
import { useTranslations } from "next-intl";
import { StockCard } from "../stock/stock-card";
import { StockCardSkeleton } from "../stock/stock-card-skeleton";
import type { StockItem } from "../vehicle/vehicle-view";

const SKELETONS = ["a", "b", "c"];

/** What came into stock last. */
export function NewestStock({ items }: { items: readonly StockItem[] | undefined }) {
  const t = useTranslations("dashboard");
  if (items?.length === 0) return null;
  return (
    <section aria-labelledby="newest-stock">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h2 id="newest-stock" className="text-title">
          {t("stockTitle")}
        </h2>
        <Button asChild variant="ghost" size="sm">
          <UiLink href="/stok">{t("stockAll")}</UiLink>
        </Button>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {items === undefined
          ? SKELETONS.map((key) => (
              <li key={key}>
                <StockCardSkeleton />
              </li>
            ))
          : items.map((item) => (
              <li key={item.vehicleId} className="flex *:w-full">
                <StockCard item={item} />
              </li>
            ))}
      </ul>
    </section>
  );
}
