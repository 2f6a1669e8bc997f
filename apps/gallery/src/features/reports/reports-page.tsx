"use client";

import { Card, cn, EmptyState, NoPermissionState, PageHeader, Tabs } from "@oto/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChartColumn } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { usePermission } from "../session/session-provider";
import { AnswerCard } from "./answer-card";
import { DiscountCard } from "./discount-card";
import { ExportMenu } from "./export-menu";
import { FunnelCard } from "./funnel-card";
import { LostCard } from "./lost-card";
import { ReportTiles } from "./report-tiles";
import { ReportToolbar } from "./report-toolbar";
import { StaffTable } from "./staff-table";
import { TrendCard } from "./trend-card";
import { useReportFilters } from "./use-report-filters";
import { VehicleTable } from "./vehicle-table";

const TABLES = ["araclar", "ekip"] as const;

/** The gallery's figures over a period; members without the right to them see their own. */
export function ReportsPage({ today }: { today: string }) {
  const t = useTranslations("reports");
  const { report } = useTRPC();
  const mayRead = usePermission("report:own");
  const seesAll = usePermission("report:gallery");
  const filters = useReportFilters(today);
  const [table, setTable] = useQueryState(
    "tablo",
    parseAsStringLiteral(TABLES).withDefault("araclar"),
  );
  const { input, vehicleId, userId } = filters;
  const options = { enabled: mayRead, placeholderData: keepPreviousData };
  const funnel = useQuery(report.funnel.queryOptions(input, options));
  const answers = useQuery(report.answerTimes.queryOptions(input, options));
  const discounts = useQuery(report.discounts.queryOptions(input, options));
  const lost = useQuery(report.lostReasons.queryOptions(input, options));
  // What is narrowed to has one row in its own table, which knows its name.
  const vehicle = useQuery(
    report.vehicles.queryOptions(
      { ...input, limit: 1 },
      { enabled: mayRead && vehicleId !== null },
    ),
  );
  const person = useQuery(
    report.staff.queryOptions(input, { enabled: mayRead && userId !== null }),
  );
  if (!mayRead) return <NoPermissionState title={t("title")} />;
  const names = {
    vehicle: vehicle.data?.items[0]?.title,
    person: person.data?.items.find((row) => row.userId === userId)?.name ?? undefined,
  };
  const failed = [funnel, answers, discounts, lost].find(
    (query) => query.isError && query.data === undefined,
  );
  const nothing = funnel.data?.current.made === 0 && funnel.data.before.made === 0;
  const refresh = () => {
    for (const query of [funnel, answers, discounts, lost]) void query.refetch();
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(seesAll ? "description" : "ownDescription")}
        actions={<ExportMenu input={input} />}
      />
      <ReportToolbar filters={filters} today={today} names={names} />
      {failed ? <QueryError error={failed.error} onRetry={refresh} /> : null}
      {!failed && nothing ? (
        <EmptyState
          icon={<ChartColumn aria-hidden="true" />}
          title={t("nothingTitle")}
          description={t("nothingText")}
        />
      ) : null}
      {failed || nothing ? null : (
        <div
          aria-busy={funnel.isPlaceholderData}
          className={cn(
            "flex flex-col gap-5 transition-opacity",
            funnel.isPlaceholderData && "opacity-60",
          )}
        >
          <ReportTiles funnel={funnel.data} answers={answers.data} discounts={discounts.data} />
          <div className="grid items-start gap-5 xl:grid-cols-2">
            <FunnelCard funnel={funnel.data} />
            <TrendCard funnel={funnel.data} filters={filters} />
          </div>
          <div className="grid items-start gap-5 lg:grid-cols-2 xl:grid-cols-3">
            <AnswerCard answers={answers.data} />
            <DiscountCard discounts={discounts.data} />
            <LostCard lost={lost.data} />
          </div>
          <Card padding="flush" title={t("tables")}>
            <Tabs
              className="px-2"
              label={t("tables")}
              value={table}
              onValueChange={(id) => void setTable(id === "ekip" ? "ekip" : null)}
              items={[
                { id: "araclar", label: t("vehicles") },
                { id: "ekip", label: t("staff") },
              ]}
            />
            {table === "araclar" ? (
              <VehicleTable filters={filters} />
            ) : (
              <StaffTable filters={filters} />
            )}
          </Card>
        </div>
      )}
    </>
  );
}
