"use client";

import type { Sort } from "@oto/domain";
import type { DataColumn, SortOrder } from "@oto/ui";
import { DataTable, PriceText, ResponsiveImage, UiLink } from "@oto/ui";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { intlLocale } from "../../i18n/locale";
import { CompareButton } from "../compare/compare-button";
import { FavoriteButton } from "../favorites/favorite-button";
import { useFormats } from "../labels/use-formats";
import type { ListingCardView } from "./market-views";
import { PanelBadge } from "./panel-badge";
import { pictureOf } from "./picture-of";

/** Columns that sort, with the orders of the API they stand for; some are known one way round only. */
const SORTS: Record<string, Record<SortOrder["direction"], Sort>> = {
  price: { asc: "price_asc", desc: "price_desc" },
  km: { asc: "km_asc", desc: "km_asc" },
  year: { asc: "year_desc", desc: "year_desc" },
};

function orderOf(sort: Sort): SortOrder | null {
  if (sort === "price_asc") return { columnId: "price", direction: "asc" };
  if (sort === "price_desc") return { columnId: "price", direction: "desc" };
  if (sort === "km_asc") return { columnId: "km", direction: "asc" };
  return sort === "year_desc" ? { columnId: "year", direction: "desc" } : null;
}

type Body = Pick<ListingCardView, "flawless" | "paintedPanels" | "replacedPanels">;

/** In a column of its own where there is room for one, under the title where there is not. */
function Panels({ of: { flawless, paintedPanels, replacedPanels } }: { of: Body }) {
  return <PanelBadge flawless={flawless} painted={paintedPanels} replaced={replacedPanels} />;
}

function useColumns(): DataColumn<ListingCardView>[] {
  const t = useTranslations("market");
  const common = useTranslations("common");
  const domain = useTranslations("domain");
  const locale = intlLocale(useLocale());
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: "vehicle",
        header: t("columns.vehicle"),
        cell: ({
          cover,
          fuel,
          mileageKm,
          price,
          province,
          title,
          transmission,
          vehicleId,
          ...body
        }) => (
          <span className="flex min-w-44 items-center gap-3 md:min-w-52">
            <span className="w-18 shrink-0 overflow-hidden rounded-control max-sm:w-14">
              <ResponsiveImage
                {...pictureOf(cover, common(cover ? "photoOf" : "noPhoto", { title }))}
                ratio={3 / 2}
                sizes="4.5rem"
              />
            </span>
            <span className="min-w-0">
              <UiLink
                href={`/pazar/${vehicleId}`}
                className="line-clamp-2 font-medium text-ink hover:underline"
              >
                {title}
              </UiLink>
              <PriceText money={price} locale={locale} className="sm:hidden" />
              <span className="block text-ink-subtle text-sm">
                <span className="md:hidden">{formats.km(mileageKm)} · </span>
                {domain(`fuel.${fuel}`)} · {domain(`transmission.${transmission}`)} ·{" "}
                {province.name}
              </span>
              <span className="mt-1 block max-sm:hidden 2xl:hidden">
                <Panels of={body} />
              </span>
            </span>
          </span>
        ),
      },
      {
        id: "year",
        header: t("columns.year"),
        align: "end",
        from: "md",
        serverSort: true,
        cell: ({ modelYear }) => modelYear,
      },
      {
        id: "km",
        header: t("columns.km"),
        align: "end",
        from: "md",
        serverSort: true,
        cell: ({ mileageKm }) => formats.number(mileageKm),
      },
      {
        id: "price",
        header: t("columns.price"),
        align: "end",
        from: "sm",
        serverSort: true,
        cell: ({ price }) => <PriceText money={price} locale={locale} />,
      },
      {
        id: "body",
        header: t("columns.body"),
        from: "2xl",
        cell: (row) => <Panels of={row} />,
      },
      {
        id: "marks",
        header: t("columns.marks"),
        hideHeader: true,
        width: "6.5rem",
        cell: ({ own, title, vehicleId }) => (
          <span className="flex justify-end max-sm:flex-col max-sm:items-end">
            {own ? null : <FavoriteButton look="plain" vehicleId={vehicleId} title={title} />}
            <CompareButton look="plain" vehicleId={vehicleId} title={title} />
          </span>
        ),
      },
    ],
    [t, common, domain, locale, formats],
  );
}

interface MarketTableProps {
  items: readonly ListingCardView[];
  sort: Sort;
  onSortChange: (sort: Sort) => void;
}

/** What was found, a line each, for those who compare many. */
export function MarketTable({ items, sort, onSortChange }: MarketTableProps) {
  const t = useTranslations("market");
  const router = useRouter();
  return (
    <div className="overflow-hidden rounded-card border bg-surface shadow-card">
      <DataTable
        columns={useColumns()}
        rows={items}
        rowId={({ vehicleId }) => vehicleId}
        caption={t("results")}
        sort={orderOf(sort)}
        onSortChange={({ columnId, direction }) => {
          const next = SORTS[columnId]?.[direction];
          if (next !== undefined) onSortChange(next);
        }}
        onRowPress={({ vehicleId }) => router.push(`/pazar/${vehicleId}`)}
      />
    </div>
  );
}
