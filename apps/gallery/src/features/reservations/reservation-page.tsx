"use client";

import {
  Breadcrumb,
  Button,
  Callout,
  Card,
  PageHeader,
  PriceText,
  Skeleton,
  SpecList,
  StatusBadge,
  UiLink,
} from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useTRPC } from "../../trpc";
import { DealChecklist } from "../deals/deal-checklist";
import { DealConfirm } from "../deals/deal-confirm";
import { DealDispute, DealDisputeOpener } from "../deals/deal-dispute";
import { DealDocuments } from "../deals/deal-documents";
import { DealLog } from "../deals/deal-log";
import { DealRating } from "../deals/deal-rating";
import type { DealView } from "../deals/deal-views";
import { useFormats } from "../labels/use-formats";
import { DealMissing } from "../offers/deal-missing";
import { DealSkeleton } from "../offers/deal-skeleton";
import { DealVehicle } from "../offers/deal-vehicle";
import { TimeLeft } from "../offers/time-left";
import { useAt } from "../offers/use-at";
import { usePermission } from "../session/session-provider";
import { TrustCard } from "../trust/trust-card";
import { ContactCard } from "./contact-card";
import { ReservationActions } from "./reservation-actions";
import type { ReservationView } from "./reservation-views";
import { useReservationLooks } from "./use-reservation-looks";

/** One reservation. */
export function ReservationPage({ reservationId }: { reservationId: string }) {
  const t = useTranslations("reservations");
  const trpc = useTRPC();
  const { data, error, isPending, refetch } = useQuery(
    trpc.reservation.get.queryOptions({ reservationId }),
  );
  useAt(data?.status === "ACTIVE" && !data.held ? data.expiresAt : null, () => void refetch());
  if (isPending) return <DealSkeleton />;
  if (data === undefined) {
    return (
      <DealMissing
        error={error}
        onRetry={() => void refetch()}
        heading={t("reservationTitle")}
        backHref="/rezervasyonlar"
      />
    );
  }
  return <Reservation reservation={data} />;
}

function Reservation({ reservation }: { reservation: ReservationView }) {
  const t = useTranslations("reservations");
  const trpc = useTRPC();
  const looks = useReservationLooks();
  const mayManage = usePermission("deal:manage");
  const { data: deal } = useQuery(
    trpc.deal.get.queryOptions({ dealId: reservation.reservationId }),
  );
  const shared = { counterpart: reservation.counterpart.name, mayManage };
  const { counterpart, status } = reservation;
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            label={t("breadcrumb")}
            items={[{ label: t("title"), href: "/rezervasyonlar" }, { label: counterpart.name }]}
          />
        }
        title={reservation.vehicle.title}
        badge={<StatusBadge status={status} looks={looks} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <ReservationState reservation={reservation} deal={deal} />
          {deal ? (
            <>
              <DealRating deal={deal} {...shared} />
              <DealChecklist deal={deal} mayManage={mayManage} />
              <DealDocuments deal={deal} mayManage={mayManage} />
            </>
          ) : (
            <Skeleton className="h-64" />
          )}
          <DealLog dealId={reservation.reservationId} />
          <ReservationFacts reservation={reservation} />
          {deal ? <DealDisputeOpener deal={deal} {...shared} /> : null}
        </div>
        <div className="flex flex-col gap-6">
          <ContactCard reservation={reservation} />
          <TrustCard galleryId={counterpart.galleryId} />
          <DealVehicle vehicle={reservation.vehicle} side={reservation.side} />
        </div>
      </div>
    </>
  );
}

const TONE = { COMPLETED: "success", CANCELLED: "danger", EXPIRED: "warn" } as const;

interface ReservationStateProps {
  reservation: ReservationView;
  /** Undefined until it is there. */
  deal: DealView | undefined;
}

/** How long it holds and what can be done, or how it ended. */
function ReservationState({ reservation, deal }: ReservationStateProps) {
  const t = useTranslations("reservations");
  const deals = useTranslations("deals");
  const locale = intlLocale(useLocale());
  const mayManage = usePermission("reservation:manage");
  const { closedBy, closeReason, counterpart, side, status } = reservation;
  if (status !== "ACTIVE") {
    const who = closedBy === side ? "mine" : "theirs";
    return (
      <div role="status" className="flex flex-col gap-3">
        <Callout
          tone={TONE[status]}
          title={t(`ended.${status}`)}
          actions={
            <Button asChild variant="secondary" size="sm">
              <UiLink href={`/teklifler/${reservation.offerId}`}>{t("toOffer")}</UiLink>
            </Button>
          }
        >
          <p>{t(`endedText.${status}`, { who, name: counterpart.name })}</p>
          {closeReason ? <p className="mt-1 italic">“{closeReason}”</p> : null}
          {status === "COMPLETED" && deal?.status === "OPEN" ? (
            <p className="mt-1">{deals("soldWaiting")}</p>
          ) : null}
        </Callout>
        {deal ? (
          <DealDispute deal={deal} counterpart={counterpart.name} mayManage={mayManage} />
        ) : null}
        {deal ? (
          <DealConfirm deal={deal} counterpart={counterpart.name} mayManage={mayManage} />
        ) : null}
      </div>
    );
  }
  return (
    <Card>
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <p className="text-ink-muted text-sm">{t("agreedPrice")}</p>
            <PriceText money={reservation.amount} locale={locale} size="xl" />
          </div>
          <div>
            <p className="text-ink-muted text-sm">{t("timeLeft")}</p>
            {reservation.held ? (
              <p className="font-semibold text-xl">{deals("held")}</p>
            ) : (
              <TimeLeft
                until={reservation.expiresAt}
                label={t("timeLeft")}
                className="font-semibold text-xl"
              />
            )}
          </div>
        </div>
        <p className="text-ink-muted">{t(side === "BUYER" ? "nextBuyer" : "nextSeller")}</p>
        {deal ? (
          <DealDispute deal={deal} counterpart={counterpart.name} mayManage={mayManage} />
        ) : null}
        {deal ? (
          <DealConfirm deal={deal} counterpart={counterpart.name} mayManage={mayManage} />
        ) : null}
        {mayManage ? (
          <ReservationActions reservation={reservation} frozen={reservation.held} />
        ) : (
          <Callout tone="warn">{t("mayNotManage")}</Callout>
        )}
      </div>
    </Card>
  );
}

/** Dates and the way back to the negotiation. */
function ReservationFacts({ reservation }: { reservation: ReservationView }) {
  const t = useTranslations("reservations");
  const formats = useFormats();
  const { amount, closedAt, createdAt, expiresAt, latestEnd, side, status } = reservation;
  return (
    <Card title={t("facts")}>
      <SpecList
        items={[
          { label: t("yourSide"), value: t(side === "BUYER" ? "buying" : "selling") },
          { label: t("agreedPrice"), value: formats.money(amount) },
          { label: t("startedAt"), value: formats.instant(createdAt) },
          { label: t("expiresAt"), value: formats.instant(expiresAt) },
          ...(status === "ACTIVE"
            ? [{ label: t("latestEnd"), value: formats.instant(latestEnd) }]
            : []),
          ...(closedAt ? [{ label: t("closedAt"), value: formats.instant(closedAt) }] : []),
        ]}
      />
      <UiLink
        href={`/teklifler/${reservation.offerId}`}
        className="mt-3 inline-flex min-h-6 items-center font-medium text-brand-strong text-sm underline"
      >
        {t("toOffer")}
      </UiLink>
    </Card>
  );
}
