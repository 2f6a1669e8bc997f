"use client";

import { Badge, cn, IconButton, ResponsiveImage, UiLink } from "@oto/ui";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComparedListing } from "../market/market-views";
import { pictureOf } from "../market/picture-of";
import type { CompareRow } from "./compare-rows";
import { compareRows } from "./compare-rows";
import { useCompareText } from "./use-compare-text";

interface CompareTableProps {
  listings: readonly ComparedListing[];
  onlyDifferent: boolean;
  onRemove: (vehicleId: string) => void;
}

/** A column a vehicle, a line a property; where they differ it says so. */
export function CompareTable({ listings, onlyDifferent, onRemove }: CompareTableProps) {
  const t = useTranslations("compare");
  const rows = compareRows(listings).filter(({ differs }) => differs || !onlyDifferent);
  return (
    <section
      aria-label={t("title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-card border bg-surface shadow-card"
    >
      <table className="w-full border-separate border-spacing-0 text-[0.9375rem]">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <td className="sticky left-0 z-10 w-40 min-w-28 border-b bg-surface max-sm:w-28" />
            {listings.map((listing) => (
              <VehicleHead key={listing.vehicleId} listing={listing} onRemove={onRemove} />
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">
          {rows.map((row) => (
            <CompareLine key={row.key} row={row} listings={listings} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="p-5 text-ink-muted">{t("noDifference")}</p> : null}
    </section>
  );
}

interface VehicleHeadProps {
  listing: ComparedListing;
  onRemove: (vehicleId: string) => void;
}

function VehicleHead({ listing, onRemove }: VehicleHeadProps) {
  const t = useTranslations("compare");
  const common = useTranslations("common");
  const { cover, title, vehicleId } = listing;
  return (
    <th scope="col" className="min-w-40 border-b p-3 text-left align-top sm:min-w-48">
      <div className="relative overflow-hidden rounded-control">
        <ResponsiveImage
          {...pictureOf(cover, common(cover ? "photoOf" : "noPhoto", { title }))}
          ratio={3 / 2}
          sizes="(min-width: 64rem) 18rem, 40vw"
        />
        <IconButton
          size="sm"
          variant="secondary"
          label={t("takeOut", { title })}
          icon={<X aria-hidden="true" />}
          onClick={() => onRemove(vehicleId)}
          className="absolute top-1.5 right-1.5"
        />
      </div>
      <UiLink
        href={`/pazar/${vehicleId}`}
        className="mt-2 line-clamp-3 rounded-sm font-medium text-ink hover:underline"
      >
        {title}
      </UiLink>
    </th>
  );
}

interface CompareLineProps {
  row: CompareRow;
  listings: readonly ComparedListing[];
}

function CompareLine({ row, listings }: CompareLineProps) {
  const t = useTranslations("compare");
  const text = useCompareText();
  return (
    <tr className={row.differs ? "bg-accent-soft/45" : undefined}>
      <th
        scope="row"
        className="sticky left-0 z-10 border-b bg-surface px-3 py-2.5 text-left align-top font-normal text-ink-muted text-sm sm:px-4"
      >
        <span className="flex items-baseline gap-1.5">
          <span
            aria-hidden="true"
            className={cn("size-1.5 shrink-0 rounded-full", row.differs ? "bg-accent" : "bg-line")}
          />
          {t(`rows.${row.key}`)}
          {row.differs ? <span className="sr-only">({t("differs")})</span> : null}
        </span>
      </th>
      {listings.map((listing, column) => (
        <td
          key={listing.vehicleId}
          className={cn(
            "border-b px-3 py-2.5 align-top tabular-nums",
            row.differs ? "font-medium text-ink" : "text-ink-muted",
          )}
        >
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {text(row.key, listing)}
            {row.best.includes(column) ? (
              <Badge tone="success" icon={<Check aria-hidden="true" />}>
                {t("best")}
              </Badge>
            ) : null}
          </span>
        </td>
      ))}
    </tr>
  );
}
