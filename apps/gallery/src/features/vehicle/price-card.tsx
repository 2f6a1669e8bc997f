"use client";

import { Button, Card, PriceText, Sparkline } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { usePermission } from "../session/session-provider";
import { PriceDialog } from "./price-dialog";
import type { VehicleView } from "./vehicle-view";

/** The asking price, how it went so far, and the way to a new one. */
export function PriceCard({ vehicle }: { vehicle: VehicleView }) {
  const t = useTranslations("vehicle");
  const locale = useLocale();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const mayPrice = usePermission("inventory:price");
  const { price, lowestPrice, priceHistory } = vehicle;
  const course = priceHistory
    .filter(({ to }) => to.currency === price.currency)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ to }) => to.amount / 100);
  return (
    <Card>
      <div className="flex items-end justify-between gap-4">
        <div>
          <p className="text-ink-muted text-sm">{t("priceLabel")}</p>
          <PriceText money={price} size="xl" locale={intlLocale(locale)} />
          {lowestPrice === null ? null : (
            <p className="text-ink-subtle text-sm">
              {t("privateFloor", { amount: formats.money(lowestPrice) })}
            </p>
          )}
        </div>
        {course.length > 1 ? (
          <Sparkline values={course} label={t("historyPrices")} className="h-10 w-24" />
        ) : null}
      </div>
      {vehicle.editable && mayPrice ? (
        <Button variant="secondary" block className="mt-4" onClick={() => setOpen(true)}>
          {t("changePrice")}
        </Button>
      ) : null}
      {open ? <PriceDialog vehicle={vehicle} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}
