"use client";

import type { Money } from "@oto/domain";
import type { TimelineItem } from "@oto/ui";
import { Badge, Timeline } from "@oto/ui";
import { ArrowDownLeft, ArrowUpRight, CheckCheck, Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { OfferView } from "./offer-views";
import { useOfferLooks } from "./use-offer-looks";

/** Every proposal in its order, and the end. */
export function OfferTimeline({ offer }: { offer: OfferView }) {
  const t = useTranslations("offers");
  const formats = useFormats();
  const looks = useOfferLooks();
  const items: TimelineItem[] = offer.rounds.map((round, index) => ({
    id: String(round.round),
    title: (
      <span className="flex flex-wrap items-center gap-2">
        <span>
          {round.mine ? t("you") : offer.counterpart.name}:{" "}
          <strong className="font-semibold">{formats.money(round.amount)}</strong>
        </span>
        <Step from={offer.rounds[index - 2]?.amount} to={round.amount} />
        {round.byRule ? <Badge tone="info">{t("byRule")}</Badge> : null}
        {round.final ? <Badge tone="warn">{t("final")}</Badge> : null}
      </span>
    ),
    time: formats.instant(round.createdAt),
    icon: round.mine ? (
      <ArrowUpRight aria-label={t("proposedByUs")} role="img" />
    ) : (
      <ArrowDownLeft aria-label={t("proposedByThem")} role="img" />
    ),
    tone: round.mine ? "brand" : "accent",
    description: (
      <>
        {round.message === null ? null : (
          <p className="mt-1 w-fit max-w-prose rounded-control bg-sunken px-3 py-2 text-ink">
            {round.message}
          </p>
        )}
        {round.mine && round.seenAt !== null ? (
          <p className="mt-1 flex items-center gap-1 text-ink-subtle text-sm">
            <CheckCheck aria-hidden="true" className="size-4" />
            {t("seen", { time: formats.instant(round.seenAt) })}
          </p>
        ) : null}
      </>
    ),
  }));
  if (offer.closedAt !== null) {
    items.push({
      id: "end",
      title: looks[offer.status].label,
      time: formats.instant(offer.closedAt),
      icon: <Flag aria-hidden="true" />,
      tone: looks[offer.status].tone,
    });
  }
  return <Timeline items={items} />;
}

/** How far a side has moved from what it said before. */
function Step({ from, to }: { from: Money | undefined; to: Money }) {
  const { money } = useFormats();
  if (from === undefined || from.amount === to.amount) return null;
  const difference = to.amount - from.amount;
  const text = money({ ...to, amount: Math.abs(difference) });
  return (
    <span className="font-normal text-ink-subtle text-sm">
      {difference > 0 ? "+" : "−"}
      {text}
    </span>
  );
}
