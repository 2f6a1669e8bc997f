"use client";

import { Button, PageHeader, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useTRPC } from "../../trpc";
import { UnreadRooms } from "../chat/unread-rooms";
import { QueryError } from "../form/query-error";
import { useMe, usePermission } from "../session/session-provider";
import { AgeingStock } from "./ageing-stock";
import { DealTiles } from "./deal-tiles";
import { FirstSteps } from "./first-steps";
import { NewestStock } from "./newest-stock";
import { StockCountTiles } from "./stock-count-tiles";
import { WaitingOffers } from "./waiting-offers";

const NEWEST = 6;

/** The start of a dealer's day: what waits, what stands, what to do first. */
export function DashboardPage({ now }: { now: string }) {
  const t = useTranslations("dashboard");
  const shell = useTranslations("shell");
  const locale = useLocale();
  const { inventory } = useTRPC();
  const { user } = useMe();
  const mayWrite = usePermission("inventory:write");
  const mayReadOffers = usePermission("offer:read");
  const stock = useQuery(inventory.list.queryOptions({ limit: NEWEST, sort: "newest" }));
  const date = new Intl.DateTimeFormat(intlLocale(locale), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "Europe/Istanbul",
  }).format(new Date(now));
  return (
    <>
      <PageHeader
        title={t("hello", { name: user.firstName })}
        description={t("today", { date })}
        actions={
          mayWrite ? (
            <Button asChild className="sm:hidden">
              <UiLink href="/stok/yeni">
                <Plus aria-hidden="true" />
                {shell("addVehicle")}
              </UiLink>
            </Button>
          ) : undefined
        }
      />
      <div className="flex flex-col gap-5">
        {mayReadOffers ? <DealTiles /> : null}
        <StockCountTiles counts={stock.data?.counts} />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-5">
            <WaitingOffers />
            <UnreadRooms />
          </div>
          <div className="flex min-w-0 flex-col gap-5">
            <FirstSteps list={stock.data} />
            <AgeingStock />
          </div>
        </div>
        {stock.isError ? (
          <QueryError error={stock.error} onRetry={() => void stock.refetch()} />
        ) : (
          <NewestStock items={stock.data?.items} />
        )}
      </div>
    </>
  );
}
