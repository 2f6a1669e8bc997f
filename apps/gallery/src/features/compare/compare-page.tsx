"use client";

import {
  Breadcrumb,
  Button,
  Callout,
  EmptyState,
  PageHeader,
  Skeleton,
  Switch,
  UiLink,
} from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { z } from "zod";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import type { ComparedListing } from "../market/market-views";
import { ShareButton } from "../share/share-button";
import { compareParsers } from "./compare-address";
import { MOST_COMPARED } from "./compare-basket";
import { CompareTable } from "./compare-table";

const known = z.uuid();

/** Vehicles of the market side by side; the address holds which. */
export function ComparePage() {
  const t = useTranslations("compare");
  const market = useTranslations("market");
  const { marketplace } = useTRPC();
  const [{ arac }, setState] = useQueryStates(compareParsers, { history: "replace" });
  const ids = [...new Set(arac.filter((id) => known.safeParse(id).success))];
  const vehicleIds = ids.slice(0, MOST_COMPARED);
  const query = useQuery(
    marketplace.compare.queryOptions(
      { vehicleIds },
      { enabled: vehicleIds.length > 0, placeholderData: (before) => before },
    ),
  );
  const remove = (vehicleId: string) =>
    void setState({ arac: vehicleIds.filter((id) => id !== vehicleId) });
  const items = query.data?.items.filter(({ vehicleId }) => vehicleIds.includes(vehicleId)) ?? [];
  const nothing = vehicleIds.length === 0 || (query.data !== undefined && items.length === 0);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            label={market("breadcrumb")}
            items={[{ label: market("title"), href: "/pazar" }, { label: t("title") }]}
          />
        }
        title={t("title")}
        description={t("description")}
        actions={items.length > 0 ? <ShareButton title={t("title")} /> : undefined}
      />
      {nothing ? <NothingToCompare /> : null}
      {query.isPending && !nothing ? <Skeleton className="h-[32rem] w-full rounded-card" /> : null}
      {query.isError && query.data === undefined ? (
        <QueryError error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {items.length > 0 ? (
        <Comparison items={items} missing={query.data?.missing.length ?? 0} onRemove={remove} />
      ) : null}
    </>
  );
}

interface ComparisonProps {
  items: readonly ComparedListing[];
  /** How many of those asked for are off the market. */
  missing: number;
  onRemove: (vehicleId: string) => void;
}

function Comparison({ items, missing, onRemove }: ComparisonProps) {
  const t = useTranslations("compare");
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  return (
    <>
      {missing > 0 ? (
        <Callout tone="warn" className="mb-4" title={t("missing", { count: missing })}>
          {t("missingText")}
        </Callout>
      ) : null}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <Switch
          label={t("onlyDifferent")}
          checked={onlyDifferent}
          onCheckedChange={setOnlyDifferent}
        />
        {items.length < MOST_COMPARED ? (
          <Button asChild variant="secondary" size="sm">
            <UiLink href="/pazar">{t("addMore")}</UiLink>
          </Button>
        ) : null}
      </div>
      <CompareTable listings={items} onlyDifferent={onlyDifferent} onRemove={onRemove} />
    </>
  );
}

function NothingToCompare() {
  const t = useTranslations("compare");
  return (
    <EmptyState
      size="page"
      icon={<Scale aria-hidden="true" />}
      title={t("emptyTitle")}
      description={t("emptyText")}
      actions={
        <Button asChild>
          <UiLink href="/pazar">{t("toMarket")}</UiLink>
        </Button>
      }
    />
  );
}
