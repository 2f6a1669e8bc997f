"use client";

import { Button, Card, Countdown, EmptyState, ListRow, PriceText, Skeleton, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { Handshake } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";

const SHOWN = 5;
const ROWS = ["a", "b", "c"];

/** The negotiations in which it is this gallery's turn, with the time that is left. */
export function WaitingOffers() {
  const t = useTranslations("dashboard");
  const locale = useLocale();
  const formats = useFormats();
  const { offer } = useTRPC();
  const query = useQuery(offer.list.queryOptions({ myTurn: true, status: ["OPEN"], limit: SHOWN }));
  const units = {
    day: t("unitDays"),
    hour: t("unitHours"),
    minute: t("unitMinutes"),
    second: t("unitSeconds"),
  };
  return (
    <Card
      title={t("offersTitle")}
      padding="flush"
      actions={
        <Button asChild variant="ghost" size="sm">
          <UiLink href="/teklifler">{t("offersAll")}</UiLink>
        </Button>
      }
    >
      {query.isError ? (
        <QueryError error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? (
        <div className="flex flex-col gap-3 px-5 pb-5">
          {ROWS.map((key) => (
            <Skeleton key={key} className="h-14" />
          ))}
        </div>
      ) : null}
      {query.data?.items.length === 0 ? (
        <EmptyState
          icon={<Handshake aria-hidden="true" />}
          title={t("offersNone")}
          description={t("offersNoneText")}
        />
      ) : null}
      <ul className="divide-y px-2 pb-2">
        {query.data?.items.map((item) => (
          <li key={item.offerId}>
            <ListRow
              href={`/teklifler/${item.offerId}`}
              title={item.vehicle.title}
              unreadLabel={item.unread ? t("unread") : undefined}
              description={
                <>
                  {t("offerFrom", {
                    gallery: item.counterpart.name,
                    place: item.counterpart.province.name,
                  })}
                  <span className="block">
                    <Countdown
                      until={item.expiresAt}
                      units={units}
                      label={t("timeLeft")}
                      overLabel={t("timeOver")}
                    />
                  </span>
                </>
              }
              trailing={
                <>
                  <PriceText money={item.amount} locale={intlLocale(locale)} />
                  <span className="block text-ink-subtle text-xs">
                    {t("offerAgainst", { amount: formats.money(item.vehicle.askingPrice) })}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
