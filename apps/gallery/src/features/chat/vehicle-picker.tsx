"use client";

import { EmptyState, Input, PriceText, ResponsiveImage, Sheet, Skeleton } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { CarFront, Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { intlLocale } from "../../i18n/locale";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { pictureOf } from "../market/picture-of";
import type { StockItem } from "../vehicle/vehicle-view";

const SHOWN = 30;
const EXPECTED = ["a", "b", "c", "d"] as const;

interface VehiclePickerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (vehicle: { vehicleId: string; title: string }) => void;
}

/** The gallery's own vehicles on the market, to share one of them. */
export function VehiclePicker({ open, onOpenChange, onPick }: VehiclePickerProps) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const { inventory } = useTRPC();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const { data, error, isError, isPending, refetch } = useQuery(
    inventory.list.queryOptions(
      { status: ["PUBLISHED"], limit: SHOWN, sort: "newest", ...(q === "" ? {} : { q }) },
      { enabled: open },
    ),
  );
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t("vehicleCard.choose")}
      description={t("vehicleCard.chooseText")}
      closeLabel={common("close")}
    >
      <div className="flex flex-col gap-3">
        <Input
          type="search"
          aria-label={t("vehicleCard.search")}
          placeholder={t("vehicleCard.search")}
          leading={<Search aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {isError ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
        {isPending ? EXPECTED.map((id) => <Skeleton key={id} className="h-18" />) : null}
        {data?.items.length === 0 ? (
          <EmptyState icon={<CarFront aria-hidden="true" />} title={t("vehicleCard.none")} />
        ) : null}
        <ul className="flex flex-col gap-1">
          {data?.items.map((item) => (
            <li key={item.vehicleId}>
              <Choice item={item} onPick={onPick} />
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

function Choice({ item, onPick }: { item: StockItem } & Pick<VehiclePickerProps, "onPick">) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const locale = intlLocale(useLocale());
  const { cover, price, title, vehicleId } = item;
  return (
    <button
      type="button"
      aria-label={t("vehicleCard.share", { title })}
      onClick={() => onPick({ vehicleId, title })}
      className="flex w-full items-center gap-3 rounded-control p-2 text-left hover:bg-sunken"
    >
      <ResponsiveImage
        {...pictureOf(cover, common(cover ? "photoOf" : "noPhoto", { title }))}
        sizes="6rem"
        className="w-20 shrink-0 rounded-control"
      />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-medium">{title}</span>
        <PriceText money={price} locale={locale} size="sm" />
      </span>
    </button>
  );
}
