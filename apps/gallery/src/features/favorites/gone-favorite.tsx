"use client";

import { Badge, Button } from "@oto/ui";
import { CircleSlash } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { FavoriteItem } from "../market/market-views";
import { useFavorites } from "./use-favorites";

/** A followed vehicle that is off the market: what it was, and the way to let it go. */
export function GoneFavorite({ item }: { item: FavoriteItem }) {
  const t = useTranslations("favorites");
  const formats = useFormats();
  const { drop } = useFavorites();
  return (
    <article className="flex h-full flex-col items-start gap-2 rounded-card border border-dashed bg-sunken/50 p-4">
      <Badge icon={<CircleSlash aria-hidden="true" />}>{t("gone")}</Badge>
      <h2 className="font-medium text-[0.9375rem] text-ink leading-snug">{item.title}</h2>
      <p className="text-ink-muted text-sm">
        {t("since", { date: formats.day(item.addedAt), price: formats.money(item.priceThen) })}
      </p>
      <p className="text-ink-muted text-sm">{t("goneText")}</p>
      <Button
        variant="secondary"
        size="sm"
        className="mt-auto"
        onClick={() => drop(item.vehicleId)}
        aria-label={t("removeVehicle", { title: item.title })}
      >
        {t("remove")}
      </Button>
    </article>
  );
}
