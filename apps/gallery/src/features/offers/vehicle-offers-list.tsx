"use client";

import { Badge, Button, PriceText, ResponsiveImage, UiLink } from "@oto/ui";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { useTRPC } from "../../trpc";
import { useFormats } from "../labels/use-formats";
import { pictureOf } from "../market/picture-of";
import { BoardEmpty } from "./board-empty";
import type { BoardState } from "./board-query";
import { isNarrowed, toFilters } from "./board-query";
import type { VehicleOffersView } from "./offer-views";
import { PagedList } from "./paged-list";
import { TimeLeft } from "./time-left";
import { useDistance } from "./use-distance";

/** Vehicles that are negotiated over, each with how many offers and how high. */
export function VehicleOffersList({ state }: { state: BoardState }) {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.offer.byVehicle.infiniteQueryOptions(toFilters(state), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <PagedList
      query={query}
      items={query.data?.pages.flatMap((page) => page.items) ?? []}
      itemId={({ vehicle }) => vehicle.vehicleId}
      renderItem={(group) => (
        <VehicleOffersRow group={group} incoming={state.side === "incoming"} />
      )}
      label={t("views.vehicles")}
      empty={<BoardEmpty side={state.side} filtered={isNarrowed(state)} />}
    />
  );
}

interface VehicleOffersRowProps {
  group: VehicleOffersView;
  incoming: boolean;
}

function VehicleOffersRow({ group, incoming }: VehicleOffersRowProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const { cover, title, vehicleId } = group.vehicle;
  const list = `/teklifler?side=${incoming ? "incoming" : "outgoing"}&view=list&stage=all&vehicle=${vehicleId}`;
  return (
    <article className="flex gap-3 rounded-card border bg-surface p-3 shadow-card sm:gap-5">
      <ResponsiveImage
        {...pictureOf(cover, common(cover ? "photoOf" : "noPhoto", { title }))}
        sizes="10rem"
        className="w-24 shrink-0 self-start rounded-control sm:w-40"
      />
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <h2 className="line-clamp-2 font-medium leading-snug">{title}</h2>
          <VehicleCounts group={group} />
        </div>
        <VehicleHighest group={group} />
        <div className="flex flex-wrap items-center gap-2 sm:col-span-2">
          {incoming && group.open > 0 ? (
            <Button asChild size="sm" variant={group.open > 1 ? "primary" : "secondary"}>
              <UiLink href={`/teklifler/karsilastir/${vehicleId}`}>
                <Scale aria-hidden="true" />
                {t("compare.open", { count: group.open })}
              </UiLink>
            </Button>
          ) : null}
          <Button asChild size="sm" variant="ghost">
            <UiLink href={list}>{t("vehicleAll", { count: group.total })}</UiLink>
          </Button>
          {group.nextExpiresAt === null ? null : (
            <TimeLeft
              until={group.nextExpiresAt}
              label={t("timeToAnswer")}
              className="sm:ml-auto"
            />
          )}
        </div>
      </div>
    </article>
  );
}

function VehicleCounts({ group }: { group: VehicleOffersView }) {
  const t = useTranslations("offers");
  return (
    <p className="mt-1.5 flex flex-wrap gap-1.5">
      <Badge tone={group.open > 0 ? "info" : "neutral"}>
        {t("openCount", { count: group.open })}
      </Badge>
      {group.myTurn > 0 ? (
        <Badge tone="accent" dot>
          {t("myTurnCount", { count: group.myTurn })}
        </Badge>
      ) : null}
      {group.unread > 0 ? <Badge>{t("unreadCount", { count: group.unread })}</Badge> : null}
    </p>
  );
}

function VehicleHighest({ group }: { group: VehicleOffersView }) {
  const t = useTranslations("offers");
  const locale = intlLocale(useLocale());
  const { money } = useFormats();
  const distance = useDistance();
  const { askingPrice } = group.vehicle;
  if (group.highest === null) {
    return (
      <p className="text-ink-subtle text-sm sm:text-right">
        {t("askingAt", { amount: money(askingPrice) })}
      </p>
    );
  }
  return (
    <div className="sm:text-right">
      <p className="text-ink-subtle text-sm">{t("highest")}</p>
      <PriceText money={group.highest} locale={locale} size="lg" />
      <p className="text-ink-subtle text-sm">{distance(askingPrice, group.highest)}</p>
    </div>
  );
}
