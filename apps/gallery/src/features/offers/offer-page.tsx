"use client";

import {
  Badge,
  Breadcrumb,
  Button,
  Callout,
  Card,
  PageHeader,
  PriceText,
  StatusBadge,
} from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { intlLocale } from "../../i18n/locale";
import { useTRPC } from "../../trpc";
import { WriteButton } from "../chat/write-button";
import { useFormats } from "../labels/use-formats";
import { useInvalidate } from "../live/use-invalidate";
import { usePermission } from "../session/session-provider";
import { CounterpartCard } from "./counterpart-card";
import { DealMissing } from "./deal-missing";
import { DealSkeleton } from "./deal-skeleton";
import { DealVehicle } from "./deal-vehicle";
import { FloorHint } from "./floor-hint";
import { OfferActions } from "./offer-actions";
import { OfferChart } from "./offer-chart";
import { OfferNext } from "./offer-next";
import { OfferOutcome } from "./offer-outcome";
import { OfferTimeline } from "./offer-timeline";
import type { OfferView } from "./offer-views";
import { TimeLeft } from "./time-left";
import { useAt } from "./use-at";
import { useDistance } from "./use-distance";
import { useOfferChanges } from "./use-offer-changes";
import { useOfferLooks } from "./use-offer-looks";
import { useOfferMoves } from "./use-offer-moves";

/** One negotiation. */
export function OfferPage({ offerId }: { offerId: string }) {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const { data, error, isPending, refetch } = useQuery(trpc.offer.get.queryOptions({ offerId }));
  if (isPending) return <DealSkeleton />;
  if (data === undefined) {
    return (
      <DealMissing
        error={error}
        onRetry={() => void refetch()}
        heading={t("offerTitle")}
        backHref="/teklifler"
      />
    );
  }
  return <Negotiation offer={data} onDue={() => void refetch()} />;
}

interface NegotiationProps {
  offer: OfferView;
  /** Called when the clock of the latest proposal has run out. */
  onDue: () => void;
}

function Negotiation({ offer, onDue }: NegotiationProps) {
  const t = useTranslations("offers");
  const looks = useOfferLooks();
  const invalidate = useInvalidate();
  const { offerId, rounds, status } = offer;
  useAt(status === "OPEN" ? offer.expiresAt : null, onDue);
  // Looking at it is what marks it as read: the marks on the board and in the menu follow.
  useEffect(() => {
    if (offerId) invalidate(["offer"]);
  }, [offerId, invalidate]);
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            label={t("breadcrumb")}
            items={[
              {
                label: t("title"),
                href: offer.side === "SELLER" ? "/teklifler" : "/teklifler?side=outgoing",
              },
              { label: offer.counterpart.name },
            ]}
          />
        }
        title={offer.vehicle.title}
        badge={<StatusBadge status={status} looks={looks} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <OfferNews offer={offer} />
          <OfferState offer={offer} />
          <Card title={t("course")} description={t("courseText", { count: rounds.length })}>
            <div className="flex flex-col gap-6">
              <OfferChart offer={offer} />
              <OfferTimeline offer={offer} />
            </div>
          </Card>
        </div>
        <div className="flex flex-col gap-6">
          <DealVehicle
            vehicle={offer.vehicle}
            side={offer.side}
            asking={offer.vehicle.askingPrice}
          />
          <CounterpartCard counterpart={offer.counterpart} side={offer.side}>
            <WriteButton
              about={{ offerId }}
              room={{
                vehicleId: offer.vehicle.vehicleId,
                galleryId: offer.counterpart.galleryId,
              }}
              className="mt-4 w-full"
            />
          </CounterpartCard>
        </div>
      </div>
    </>
  );
}

/** Says what has changed under the reader's eyes. */
function OfferNews({ offer }: { offer: OfferView }) {
  const t = useTranslations("offers");
  const { money } = useFormats();
  const { change, dismiss } = useOfferChanges(offer);
  return (
    <div role="status" className="empty:hidden">
      {change === null ? null : (
        <Callout
          tone="brand"
          title={t("changedTitle")}
          actions={
            <Button size="sm" variant="secondary" onClick={dismiss}>
              {t("gotIt")}
            </Button>
          }
        >
          {change.status === "OPEN"
            ? t("changedAmount", {
                counterpart: offer.counterpart.name,
                before: money(change.before),
                after: money(change.after),
              })
            : t("changedStatus", { status: change.status })}
        </Callout>
      )}
    </div>
  );
}

/** Where it stands, and what one can do about it. */
function OfferState({ offer }: { offer: OfferView }) {
  const t = useTranslations("offers");
  const locale = intlLocale(useLocale());
  const distance = useDistance();
  const mayRespond = usePermission("offer:respond");
  const moves = useOfferMoves();
  if (offer.status !== "OPEN") return <OfferOutcome offer={offer} />;
  const mine = offer.rounds.at(-1)?.mine === true;
  return (
    <Card>
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center gap-3">
          <Badge tone={offer.myTurn ? "accent" : "neutral"} dot>
            {t(offer.myTurn ? "turnMine" : "turnTheirs")}
          </Badge>
          {offer.final ? <Badge tone="warn">{t("final")}</Badge> : null}
          <TimeLeft until={offer.expiresAt} label={t("timeToAnswer")} className="ml-auto" />
        </div>
        <div>
          <p className="text-ink-muted text-sm">
            {mine ? t("yourProposal") : t("theirProposal", { name: offer.counterpart.name })}
          </p>
          <PriceText money={offer.amount} locale={locale} size="xl" />
          <p className="text-ink-muted text-sm">
            {distance(offer.vehicle.askingPrice, offer.amount)}
          </p>
        </div>
        {offer.floor === null ? null : <FloorHint floor={offer.floor} amount={offer.amount} />}
        {offer.actions.length === 0 ? <Callout tone="warn">{t("overText")}</Callout> : null}
        {mayRespond ? (
          <OfferActions key={offer.round} offer={offer} moves={moves} />
        ) : (
          <Callout tone="warn">{t("mayNotRespond")}</Callout>
        )}
        <OfferNext offer={offer} />
      </div>
    </Card>
  );
}
