"use client";

import { ChartLegend, SteppedOfferChart } from "@oto/ui/chart";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { OfferView } from "./offer-views";

/** Both sides' amounts over the rounds. Heavy: loaded by {@link OfferChart} when it is needed. */
export function OfferCourse({ offer }: { offer: OfferView }) {
  const t = useTranslations("offers");
  const { money } = useFormats();
  const { currency } = offer.amount;
  return (
    <div className="flex flex-col gap-3">
      <ChartLegend
        items={[
          { key: "seller", label: t("seller") },
          { key: "buyer", label: t("buyer"), dashed: true },
        ]}
      />
      <SteppedOfferChart
        asking={offer.vehicle.askingPrice.amount}
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
    </div>
  );
}
