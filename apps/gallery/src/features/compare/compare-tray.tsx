"use client";

import { Button, IconButton, UiLink } from "@oto/ui";
import { Scale, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { compareHref } from "./compare-address";
import { MOST_COMPARED } from "./compare-basket";
import { useCompareBasket } from "./use-compare-basket";

/** What is put aside, at the foot of the lists it was picked from. */
export function CompareTray() {
  const t = useTranslations("compare");
  const { clear, items, toggle } = useCompareBasket();
  if (items.length === 0) return null;
  const ready = items.length > 1;
  return (
    <section
      aria-label={t("tray")}
      className="fixed inset-x-3 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-20 mx-auto flex max-w-3xl items-center gap-2 rounded-card border bg-raised p-2 pl-4 shadow-overlay lg:bottom-5 lg:left-[15.5rem] print:hidden"
    >
      <ul className="flex min-w-0 flex-1 gap-2 max-sm:hidden">
        {items.map((item) => (
          <li
            key={item.vehicleId}
            className="flex min-w-0 flex-1 items-center rounded-control bg-sunken pl-3"
          >
            <span className="min-w-0 flex-1 truncate text-ink text-sm">{item.title}</span>
            <IconButton
              size="sm"
              label={t("takeOut", { title: item.title })}
              icon={<X aria-hidden="true" />}
              onClick={() => toggle(item)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="min-w-0 flex-1 text-ink-muted text-sm sm:sr-only">
        {t("count", { count: items.length, most: MOST_COMPARED })}
        {ready ? null : <span className="block text-ink-subtle text-xs">{t("oneMore")}</span>}
      </p>
      <Button variant="ghost" size="sm" onClick={clear}>
        {t("clear")}
      </Button>
      {ready ? (
        <Button asChild>
          <UiLink href={compareHref(items.map(({ vehicleId }) => vehicleId))}>
            <Scale aria-hidden="true" />
            {t("compare")}
          </UiLink>
        </Button>
      ) : (
        <Button disabled icon={<Scale aria-hidden="true" />}>
          {t("compare")}
        </Button>
      )}
    </section>
  );
}
