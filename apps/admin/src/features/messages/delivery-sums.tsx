"use client";

import { Skeleton, StatTile } from "@oto/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck, Clock, Coins } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useFormats } from "../labels/use-formats";

const POLL_MS = 10_000;
const WAITING = new Set(["PENDING", "SENDING", "HELD"]);
const TROUBLED = new Set(["FAILED", "UNCERTAIN"]);

/** How much was sent, waits and failed, and what providers billed for it. */
export function DeliverySums({ days }: { days: number }) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const { number } = useFormats();
  const { data } = useQuery(
    trpc.admin.messages.sums.queryOptions(
      { days },
      { refetchInterval: POLL_MS, placeholderData: keepPreviousData },
    ),
  );
  if (data === undefined) return <Skeleton className="h-28 w-full" />;
  const count = (wanted: (state: string) => boolean) =>
    data.byState.filter(({ state }) => wanted(state)).reduce((sum, row) => sum + row.count, 0);
  const units = data.byProvider.reduce((sum, row) => sum + row.costUnits, 0);
  const billed = data.byProvider
    .filter(({ costUnits }) => costUnits > 0)
    .map(({ costUnits, provider }) => `${provider} ${number(costUnits)}`)
    .join(" · ");
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatTile
        label={t("sums.sent")}
        value={number(count((state) => state === "SENT"))}
        icon={<CircleCheck aria-hidden="true" />}
        tone="success"
      />
      <StatTile
        label={t("sums.waiting")}
        value={number(count((state) => WAITING.has(state)))}
        icon={<Clock aria-hidden="true" />}
        tone="info"
      />
      <StatTile
        label={t("sums.troubled")}
        value={number(count((state) => TROUBLED.has(state)))}
        icon={<CircleAlert aria-hidden="true" />}
        tone="danger"
      />
      <StatTile
        label={t("sums.units")}
        value={number(units)}
        icon={<Coins aria-hidden="true" />}
        visual={<p className="mt-1 truncate text-ink-muted text-sm">{billed || t("sums.free")}</p>}
      />
    </div>
  );
}
