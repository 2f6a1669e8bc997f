"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { RivalOfferView } from "./offer-views";
import { useMinutes } from "./use-minutes";

/** What a buyer is known for, in figures with how many happenings they rest on. */
export function BuyerTrust({ trust }: { trust: RivalOfferView["trust"] }) {
  const t = useTranslations("offers.trust");
  const { number } = useFormats();
  const minutes = useMinutes();
  if (trust === null) return t("none");
  const { answer, cancelled, completed, disputes, rating } = trust;
  if (completed + cancelled.of + answer.samples + rating.count === 0) return t("none");
  return (
    <ul className="flex flex-col gap-0.5">
      <li>{t("completed", { count: completed })}</li>
      {rating.average === null ? null : (
        <li className="flex items-center gap-1.5">
          <Star aria-hidden="true" className="size-4 fill-current text-warn-strong" />
          {t("rating", { average: number(rating.average), count: rating.count })}
        </li>
      )}
      {answer.medianSeconds === null ? null : (
        <li>{t("speed", { time: minutes(answer.medianSeconds / 60), count: answer.samples })}</li>
      )}
      {cancelled.count > 0 ? (
        <li>{t("cancelled", { count: cancelled.count, of: cancelled.of })}</li>
      ) : null}
      {disputes.count > 0 ? <li>{t("disputes", { count: disputes.count })}</li> : null}
    </ul>
  );
}
