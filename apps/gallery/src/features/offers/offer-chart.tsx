"use client";

import { Skeleton } from "@oto/ui";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { OfferView } from "./offer-views";

const HEIGHT = 220;

const SteppedOfferChart = dynamic(
  () => import("@oto/ui/chart").then((charts) => charts.SteppedOfferChart),
  { ssr: false, loading: () => <Skeleton className="h-55 w-full" /> },
);

/** How the two sides drew near one another; a single proposal has no course yet. */
export function OfferChart({ offer }: { offer: OfferView }) {
  const t = useTranslations("offers");
  const { money } = useFormats();
  const { currency } = offer.amount;
  const { askingPrice } = offer.vehicle;
  if (offer.rounds.length < 2) return null;
  return (
    <SteppedOfferChart
      height={HEIGHT}
      asking={askingPrice.amount}
      steps={offer.rounds.map((round) => ({
        id: String(round.round),
        side: round.side === "BUYER" ? "low" : "high",
        amount: round.amount.amount,
        at: t("round", { number: round.round }),
      }))}
      labels={{
        chart: t("chart"),
        low: t("buyer"),
        high: t("seller"),
        asking: t("asking"),
        at: t("roundLabel"),
        amount: t("amountShort"),
      }}
      format={(amount) => money({ amount, currency })}
    />
  );
}
