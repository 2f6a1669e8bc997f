"use client";

import { PROVINCE_TILES } from "@oto/domain";
import { Button, Card, cn, Skeleton, TileMap } from "@oto/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc";
import { QueryError } from "../../form/query-error";
import { useFormats } from "../../labels/use-formats";
import { filtersOf, wordsOf } from "../market-params";
import type { ProvinceCount } from "../market-views";
import type { MarketSearch } from "../use-market-search";

/** Where what is searched for stands: a map to press, and the same as a list. */
export function ProvinceMap({ search }: { search: MarketSearch }) {
  const t = useTranslations("market");
  const { marketplace } = useTRPC();
  const { state } = search;
  const { data, error, isError, isPending, refetch } = useQuery(
    marketplace.provinces.queryOptions(
      { q: wordsOf(state), filters: filtersOf(state) },
      { placeholderData: keepPreviousData },
    ),
  );
  const chosen = search.chosen("province");
  const toggle = (code: string) =>
    search.choose(
      "province",
      chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code],
    );
  return (
    <Card
      title={t("map.title")}
      description={t("map.text")}
      className="mb-5"
      actions={
        chosen.length > 0 ? (
          <Button variant="ghost" size="sm" onClick={() => search.choose("province", [])}>
            {t("map.clear")}
          </Button>
        ) : undefined
      }
    >
      {isPending ? <Skeleton className="h-80 w-full" /> : null}
      {isError && data === undefined ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : null}
      {data ? <Provinces provinces={data.items} chosen={chosen} onToggle={toggle} /> : null}
    </Card>
  );
}

interface ProvincesProps {
  provinces: readonly ProvinceCount[];
  chosen: readonly string[];
  onToggle: (code: string) => void;
}

function Provinces({ provinces, chosen, onToggle }: ProvincesProps) {
  const t = useTranslations("market");
  const formats = useFormats();
  const byCode = new Map(provinces.map((province) => [province.code, province]));
  const nameOf = ({ count, name }: ProvinceCount) =>
    t("map.province", { name, count, n: formats.number(count) });
  const tiles = PROVINCE_TILES.flatMap(({ code, column, row }) => {
    const province = byCode.get(code);
    if (province === undefined) return [];
    return {
      ...{ column, row, id: String(code), mark: String(code).padStart(2, "0") },
      label: nameOf(province),
      value: province.count,
      selected: chosen.includes(String(code)),
    };
  });
  const listed = provinces
    .filter(({ code, count }) => count > 0 || chosen.includes(String(code)))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, "tr"));
  return (
    <div className="grid gap-5 2xl:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="-mx-5 min-w-0 overflow-x-auto px-5 py-1.5">
        <TileMap tiles={tiles} label={t("map.title")} hint={t("map.hint")} onPress={onToggle} />
        <p aria-hidden="true" className="mt-3 flex items-center gap-2 text-ink-subtle text-xs">
          {t("map.few")}
          <span className="h-2 w-24 rounded-full bg-linear-to-r from-brand-soft to-brand" />
          {t("map.many")}
        </p>
      </div>
      {listed.length === 0 ? (
        <p className="text-ink-muted text-sm">{t("map.none")}</p>
      ) : (
        <ul
          aria-label={t("map.list")}
          className="grid max-h-56 content-start overflow-y-auto overscroll-contain rounded-control border p-1 sm:grid-cols-3 2xl:max-h-[22rem] 2xl:grid-cols-1"
        >
          {listed.map((province) => {
            const code = String(province.code);
            const picked = chosen.includes(code);
            return (
              <li key={code}>
                <button
                  type="button"
                  aria-pressed={picked}
                  onClick={() => onToggle(code)}
                  className={cn(
                    "flex min-h-10 w-full items-center justify-between gap-3 rounded-control px-3 text-left text-[0.9375rem] pointer-coarse:min-h-11",
                    picked ? "bg-brand-soft font-medium text-brand-strong" : "hover:bg-sunken",
                  )}
                >
                  <span className="truncate">{province.name}</span>
                  <span className="text-ink-subtle text-sm tabular-nums">
                    {t("suggest.count", {
                      count: province.count,
                      n: formats.number(province.count),
                    })}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
