"use client";

import type { OfferLane } from "@oto/domain";
import { PageHeader, Tabs } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { usePermission } from "../session/session-provider";
import { BOARD_TABS, NO_FILTERS } from "./board-query";
import { BoardToolbar } from "./board-toolbar";
import { LaneBoard } from "./lane-board";
import { OfferList } from "./offer-list";
import { RunningList } from "./running-list";
import { useBoardState } from "./use-board-state";
import { VehicleOffersList } from "./vehicle-offers-list";

/** All negotiations of the gallery: received, made, and what is being bought. */
export function OfferBoard() {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const { state, setState } = useBoardState();
  const mayRespond = usePermission("offer:respond");
  const counts = useQuery(trpc.offer.counts.queryOptions()).data;
  const { side } = state;
  const view = state.lane === null ? state.view : "list";
  const address = useSearchParams();
  const laneHref = (lane: OfferLane) => {
    const query = new URLSearchParams(address);
    query.set("lane", lane);
    return `/teklifler?${query}`;
  };
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Tabs
        label={t("sides")}
        value={side}
        onValueChange={(id) =>
          void setState({ ...NO_FILTERS, side: BOARD_TABS.find((each) => each === id) ?? null })
        }
        items={[
          { id: "incoming", label: t("incoming"), count: counts?.incomingOpen },
          { id: "outgoing", label: t("outgoing"), count: counts?.outgoingOpen },
          { id: "running", label: t("running") },
        ]}
      />
      {side === "running" ? (
        <RunningList />
      ) : (
        <>
          <BoardToolbar state={state} setState={setState} />
          {view === "board" ? (
            <LaneBoard key={side} state={state} mayRespond={mayRespond} laneHref={laneHref} />
          ) : null}
          {view === "list" ? (
            <OfferList key={side} state={state} setState={setState} mayRespond={mayRespond} />
          ) : null}
          {view === "vehicles" ? <VehicleOffersList key={side} state={state} /> : null}
        </>
      )}
    </>
  );
}
