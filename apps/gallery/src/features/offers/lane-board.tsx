"use client";

import type { OfferLane } from "@oto/domain";
import { nextLaneChange } from "@oto/domain";
import { Badge, Kbd, UiLink } from "@oto/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { BoardEmpty } from "./board-empty";
import type { BoardState } from "./board-query";
import { isNarrowed, toFilters } from "./board-query";
import { BulkBar } from "./bulk-bar";
import { useBulkRejections } from "./bulk-rejections";
import { LanesSkeleton } from "./lanes-skeleton";
import { OfferLaneCard } from "./offer-lane-card";
import type { OfferCardView, OfferLaneView } from "./offer-views";
import { useAt } from "./use-at";
import { useBoardKeys } from "./use-board-keys";
import type { OfferSelection } from "./use-selection";
import { useSelection } from "./use-selection";

const TONES = {
  SOON: "danger",
  MINE: "accent",
  THEIRS: "neutral",
  AGREED: "success",
  ENDED: "neutral",
} as const satisfies Record<OfferLane, string>;

/** Columns that stand on a desk even when nothing is in them, so that the board keeps its shape. */
const ALWAYS: ReadonlySet<OfferLane> = new Set(["MINE", "THEIRS", "ENDED"]);

/** When the clock alone moves the first card on. */
function firstChange(offers: readonly OfferCardView[]): string | null {
  const now = new Date();
  const changes = offers.flatMap((offer) => nextLaneChange(offer, now) ?? []);
  return changes.toSorted()[0] ?? null;
}

interface LaneBoardProps {
  state: BoardState;
  mayRespond: boolean;
  /** The address of the list of one lane with the same filters. */
  laneHref: (lane: OfferLane) => string;
}

/** Negotiations in columns by what they need: beside one another on a desk, stacked on a phone. */
export function LaneBoard({ state, mayRespond, laneHref }: LaneBoardProps) {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const { pending } = useBulkRejections();
  const query = useQuery(
    trpc.offer.board.queryOptions(toFilters(state), { placeholderData: keepPreviousData }),
  );
  const lanes = (query.data?.lanes ?? []).map((lane) => withoutPending(lane, pending));
  const shown = lanes.flatMap(({ items }) => items);
  const selection = useSelection(shown);
  const onKeyDown = useBoardKeys((offerId) => {
    const offer = shown.find((each) => each.offerId === offerId);
    if (offer && mayRespond) selection.toggle(offer);
  });
  useAt(firstChange(shown), () => void query.refetch());
  if (query.isError && query.data === undefined) {
    return <QueryError error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) return <LanesSkeleton />;
  if (shown.length === 0) return <BoardEmpty side={state.side} filtered={isNarrowed(state)} />;
  const { endingSoon, myTurn, unread } = query.data.counts;
  return (
    <>
      <p role="status" className="sr-only">
        {t("boardStatus", { myTurn, endingSoon, unread })}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the links inside bubble up here */}
      <div
        onKeyDown={onKeyDown}
        aria-busy={query.isPlaceholderData}
        className="grid gap-5 lg:auto-cols-[minmax(15rem,1fr)] lg:grid-flow-col lg:overflow-x-auto lg:pb-2"
      >
        {lanes.map((lane) => (
          <LaneColumn
            key={lane.lane}
            lane={lane}
            href={laneHref(lane.lane)}
            selection={mayRespond ? selection : undefined}
          />
        ))}
      </div>
      <p className="mt-3 flex flex-wrap items-center gap-1.5 text-ink-subtle text-sm max-lg:hidden">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> <Kbd>←</Kbd> <Kbd>→</Kbd> {t("keysMove")}
        {mayRespond ? (
          <>
            <Kbd>X</Kbd> {t("keysChoose")}
          </>
        ) : null}
      </p>
      <BulkBar selection={selection} />
    </>
  );
}

function withoutPending(lane: OfferLaneView, pending: ReadonlySet<string>): OfferLaneView {
  const items = lane.items.filter(({ offerId }) => !pending.has(offerId));
  return { ...lane, items, total: lane.total - (lane.items.length - items.length) };
}

interface LaneColumnProps {
  lane: OfferLaneView;
  href: string;
  selection: OfferSelection | undefined;
}

function LaneColumn({ lane: { items, lane, total }, href, selection }: LaneColumnProps) {
  const t = useTranslations("offers");
  const empty = items.length === 0;
  if (empty && !ALWAYS.has(lane)) return null;
  const id = `lane-${lane}`;
  return (
    <section
      data-lane={lane}
      aria-labelledby={id}
      className={empty ? "min-w-0 max-lg:hidden" : "min-w-0"}
    >
      <header className="mb-2.5 flex items-center gap-2">
        <h2 id={id} className="text-heading">
          {t(`lane.${lane}`)}
        </h2>
        <Badge tone={empty ? "neutral" : TONES[lane]}>{total}</Badge>
      </header>
      {empty ? (
        <p className="rounded-card border border-dashed p-4 text-ink-subtle text-sm">
          {t(`laneEmpty.${lane}`)}
        </p>
      ) : (
        <ul className="flex flex-col gap-3" aria-labelledby={id}>
          {items.map((offer) => (
            <li key={offer.offerId}>
              <OfferLaneCard offer={offer} selection={selection} />
            </li>
          ))}
        </ul>
      )}
      {total > items.length ? (
        <UiLink
          href={href}
          className="mt-3 inline-flex min-h-11 items-center font-medium text-brand-strong text-sm underline"
        >
          {t("laneAll", { count: total })}
        </UiLink>
      ) : null}
    </section>
  );
}
