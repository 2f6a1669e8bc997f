"use client";

import { ChartLegend, MEASURE_COLORS, SteppedOfferChart } from "@oto/ui/chart";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { OfferView } from "./offer-views";

/** Both sides' amounts over the rounds. Heavy: loaded by {@link OfferChart} when it is needed. */
export function OfferCourse({ offer }: { offer: OfferView }) {
  const t = useTranslations("offers");
  const { money } = useFormats();
  const { amount, floor } = offer;
  const { currency } = amount;
  return (
    <div className="flex flex-col gap-3">
      <ChartLegend
        items={[
          { key: "seller", label: t("seller") },
          { key: "buyer", label: t("buyer"), dashed: true },
          { key: "asking", label: t("asking"), dashed: true, color: MEASURE_COLORS.asking },
          ...(floor === null
            ? []
            : [{ key: "floor", label: t("floorLine"), dashed: true, color: MEASURE_COLORS.floor }]),
        ]}
      />
      <SteppedOfferChart
        asking={offer.vehicle.askingPrice.amount}
        {...(floor === null ? {} : { floor: { amount: floor.amount, label: t("floorLine") } })}
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
        format={(value) => money({ amount: value, currency })}
      />
    </div>
  );
}
