import type { OfferLane, OfferStatus, Side } from "@oto/domain";

export const BOARD_TABS = ["incoming", "outgoing", "running"] as const;
export type BoardTab = (typeof BOARD_TABS)[number];
export const BOARD_VIEWS = ["board", "list", "vehicles"] as const;
export const BOARD_SORTS = ["updated", "ending", "amount"] as const;
export const BOARD_STAGES = ["open", "done", "all"] as const;

/** What the address says about the boards. */
export interface BoardState {
  side: BoardTab;
  view: (typeof BOARD_VIEWS)[number];
  stage: (typeof BOARD_STAGES)[number];
  lane: OfferLane | null;
  mine: boolean;
  unread: boolean;
  q: string;
  vehicle: string | null;
  with: string | null;
  min: number | null;
  max: number | null;
  sort: (typeof BOARD_SORTS)[number];
}

const STATUSES: Record<BoardState["stage"], OfferStatus[] | undefined> = {
  open: ["OPEN"],
  done: ["ACCEPTED", "REJECTED", "WITHDRAWN", "EXPIRED", "CLOSED"],
  all: undefined,
};

/** What an empty filter looks like in the address. */
export const NO_FILTERS = {
  ...{ lane: null, mine: null, unread: null, q: null },
  ...{ vehicle: null, with: null, min: null, max: null, stage: null },
} as const;

/** The side that a tab shows. */
export const sideOfTab = (tab: BoardTab): Side => (tab === "incoming" ? "SELLER" : "BUYER");

const percent = (value: number | null) =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= 1000 ? value : undefined;

/** What narrows board and list alike; a value that the API would refuse narrows nothing. */
export function toFilters(state: BoardState) {
  const [minPercent, maxPercent] = [percent(state.min), percent(state.max)];
  return {
    side: sideOfTab(state.side),
    ...(state.q ? { q: state.q.slice(0, 100) } : {}),
    ...(state.vehicle ? { vehicleId: state.vehicle } : {}),
    ...(state.with ? { counterpartId: state.with } : {}),
    ...(minPercent === undefined ? {} : { minPercent }),
    ...(maxPercent === undefined ? {} : { maxPercent }),
    ...(state.unread ? { unread: true } : {}),
  };
}

/** What the list asks for; a lane is more exact than a stage. */
export function toListInput(state: BoardState) {
  const { lane, stage } = state;
  const status = lane === null ? STATUSES[stage] : undefined;
  return {
    ...toFilters(state),
    ...(lane === null ? {} : { lane }),
    ...(status === undefined ? {} : { status }),
    ...(state.mine ? { myTurn: true } : {}),
    sort: state.sort,
  };
}

/** How many filters of the panel are on. */
export function activeFilters(state: BoardState): number {
  const { max, min, unread, vehicle } = state;
  const share = percent(min) !== undefined || percent(max) !== undefined;
  return [vehicle !== null, state.with !== null, share, unread].filter(Boolean).length;
}

/** Whether anything at all is left out of the view. */
export function isNarrowed(state: BoardState): boolean {
  return activeFilters(state) > 0 || state.q !== "" || state.lane !== null || state.mine;
}
