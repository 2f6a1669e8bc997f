"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { BoardChips } from "./board-chips";
import { BoardEmpty } from "./board-empty";
import type { BoardState } from "./board-query";
import { isNarrowed, toListInput } from "./board-query";
import { BulkBar } from "./bulk-bar";
import { useBulkRejections } from "./bulk-rejections";
import { OfferRow } from "./offer-row";
import { PagedList } from "./paged-list";
import type { SetBoardState } from "./use-board-state";
import { useSelection } from "./use-selection";

interface OfferListProps {
  state: BoardState;
  setState: SetBoardState;
  mayRespond: boolean;
}

/** Negotiations one below another, page by page. */
export function OfferList({ state, setState, mayRespond }: OfferListProps) {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const { pending } = useBulkRejections();
  const query = useInfiniteQuery(
    trpc.offer.list.infiniteQueryOptions(toListInput(state), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const items = (query.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter(({ offerId }) => !pending.has(offerId));
  const selection = useSelection(items);
  return (
    <>
      <BoardChips state={state} setState={setState} myTurn={query.data?.pages[0]?.counts.myTurn} />
      <PagedList
        query={query}
        items={items}
        itemId={(offer) => offer.offerId}
        renderItem={(offer) => (
          <OfferRow offer={offer} selection={mayRespond ? selection : undefined} />
        )}
        label={t(state.side)}
        empty={
          <BoardEmpty side={state.side} filtered={isNarrowed(state) || state.stage === "done"} />
        }
      />
      <BulkBar selection={selection} />
    </>
  );
}
