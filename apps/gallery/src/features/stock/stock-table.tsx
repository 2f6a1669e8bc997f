"use client";

import { formatPlate } from "@oto/domain";
import type { DataColumn, SortOrder } from "@oto/ui";
import { DataTable, PriceText, UiLink } from "@oto/ui";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import { AgeBadge } from "../vehicle/age-badge";
import { VehicleStatusBadge } from "../vehicle/vehicle-status-badge";
import type { StockItem } from "../vehicle/vehicle-view";
import type { StockSort } from "./use-stock-filters";
import { VehiclePicture } from "./vehicle-picture";

interface StockTableProps {
  items: readonly StockItem[];
  sort: StockSort;
  onSortChange: (sort: StockSort) => void;
  loadingRows: number;
}

/** Columns that sort, with the two orders of the API they stand for. */
const SORTS: Record<string, Record<SortOrder["direction"], StockSort>> = {
  year: { asc: "yearAsc", desc: "yearDesc" },
  km: { asc: "kmAsc", desc: "kmDesc" },
  price: { asc: "priceAsc", desc: "priceDesc" },
  age: { asc: "newest", desc: "oldest" },
};

function orderOf(sort: StockSort): SortOrder | null {
  for (const [columnId, { asc, desc }] of Object.entries(SORTS)) {
    if (sort === asc) return { columnId, direction: "asc" };
    if (sort === desc) return { columnId, direction: "desc" };
  }
  return null;
}

function useStockColumns(): DataColumn<StockItem>[] {
  const t = useTranslations("stock");
  const locale = intlLocale(useLocale());
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: "vehicle",
        header: t("colVehicle"),
        cell: (item) => (
          <span className="flex min-w-64 items-center gap-3">
            <VehiclePicture item={item} sizes="4.5rem" className="w-18 shrink-0 rounded-control" />
            <span className="min-w-0">
              <UiLink
                href={`/stok/${item.vehicleId}`}
                className="line-clamp-2 font-medium text-ink hover:underline"
              >
                {item.title}
              </UiLink>
              <span className="block text-ink-subtle text-sm">{item.stockNo}</span>
            </span>
          </span>
        ),
      },
      {
        id: "status",
        header: t("colStatus"),
        from: "sm",
        cell: (item) => <VehicleStatusBadge status={item.status} />,
      },
      {
        id: "plate",
        header: t("colPlate"),
        from: "md",
        cell: ({ plate }) => (
          <span className="whitespace-nowrap">{plate === null ? "—" : formatPlate(plate)}</span>
        ),
      },
      {
        id: "year",
        header: t("colYear"),
        align: "end",
        from: "lg",
        serverSort: true,
        cell: (item) => item.modelYear,
      },
      {
        id: "km",
        header: t("colKm"),
        align: "end",
        from: "md",
        serverSort: true,
        cell: (item) => formats.number(item.mileageKm),
      },
      {
        id: "price",
        header: t("colPrice"),
        align: "end",
        serverSort: true,
        cell: (item) => <PriceText money={item.price} locale={locale} />,
      },
      {
        id: "age",
        header: t("colAge"),
        from: "sm",
        serverSort: true,
        cell: (item) => <AgeBadge days={item.daysInStock} short />,
      },
    ],
    [t, locale, formats],
  );
}

/** The stock as a table, for those with forty cars in their head. */
export function StockTable({ items, sort, onSortChange, loadingRows }: StockTableProps) {
  const t = useTranslations("stock");
  const router = useRouter();
  return (
    <div className="overflow-hidden rounded-card border bg-surface shadow-card">
      <DataTable
        columns={useStockColumns()}
        rows={items}
        rowId={(item) => item.vehicleId}
        caption={t("list")}
        loadingRows={loadingRows}
        sort={orderOf(sort)}
        onSortChange={({ columnId, direction }) => {
          const next = SORTS[columnId]?.[direction];
          if (next !== undefined) onSortChange(next);
        }}
        onRowPress={(item) => router.push(`/stok/${item.vehicleId}`)}
      />
    </div>
  );
}
