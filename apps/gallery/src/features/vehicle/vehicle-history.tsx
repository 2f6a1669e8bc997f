"use client";

import type { VehicleStatus } from "@oto/domain";
import type { TimelineItem } from "@oto/ui";
import { Card, Timeline } from "@oto/ui";
import { CircleDot, TrendingDown, TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import { STATUS_TONE } from "./status-looks";
import type { VehicleView } from "./vehicle-view";

type PriceStep = VehicleView["priceHistory"][number];

function usePriceItems(history: readonly PriceStep[]): TimelineItem[] {
  const t = useTranslations("vehicle");
  const formats = useFormats();
  return history
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ from, to, at }) => {
      const rose = from !== null && to.amount > from.amount;
      return {
        id: at,
        title: formats.money(to),
        time: formats.instant(at),
        description:
          from === null ? t("priceFirst") : t("priceChanged", { from: formats.money(from) }),
        icon: rose ? <TrendingUp aria-hidden="true" /> : <TrendingDown aria-hidden="true" />,
        tone: from === null ? "neutral" : "brand",
      };
    });
}

function useStateItems(transitions: VehicleView["transitions"]): TimelineItem[] {
  const t = useTranslations("vehicle");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const nameOf = (status: VehicleStatus) => domain(`vehicleStatus.${status}`);
  return transitions
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ from, to, at }) => ({
      id: `${at}-${to}`,
      title: from === null ? t("created") : nameOf(to),
      time: formats.instant(at),
      icon: <CircleDot aria-hidden="true" />,
      tone: STATUS_TONE[to],
    }));
}

/** What happened to the vehicle: its prices and its states, latest first. */
export function VehicleHistory({ vehicle }: { vehicle: VehicleView }) {
  const t = useTranslations("vehicle");
  const prices = usePriceItems(vehicle.priceHistory);
  const states = useStateItems(vehicle.transitions);
  return (
    <Card title={t("historyTitle")}>
      <div className="grid gap-8 sm:grid-cols-2">
        <div>
          <h3 className="mb-3 font-medium text-ink-muted text-sm">{t("historyStates")}</h3>
          <Timeline items={states} />
        </div>
        <div>
          <h3 className="mb-3 font-medium text-ink-muted text-sm">{t("historyPrices")}</h3>
          {prices.length === 0 ? (
            <p className="text-ink-muted">{t("noPrices")}</p>
          ) : (
            <Timeline items={prices} />
          )}
        </div>
      </div>
    </Card>
  );
}
