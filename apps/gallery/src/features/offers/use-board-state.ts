"use client";

import { OFFER_LANES } from "@oto/domain";
import {
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { BOARD_SORTS, BOARD_STAGES, BOARD_TABS, BOARD_VIEWS } from "./board-query";

const PARSERS = {
  side: parseAsStringLiteral(BOARD_TABS).withDefault("incoming"),
  view: parseAsStringLiteral(BOARD_VIEWS).withDefault("board"),
  stage: parseAsStringLiteral(BOARD_STAGES).withDefault("open"),
  lane: parseAsStringLiteral(OFFER_LANES),
  mine: parseAsBoolean.withDefault(false),
  unread: parseAsBoolean.withDefault(false),
  q: parseAsString.withDefault(""),
  vehicle: parseAsString,
  with: parseAsString,
  min: parseAsInteger,
  max: parseAsInteger,
  sort: parseAsStringLiteral(BOARD_SORTS).withDefault("updated"),
};

/** Everything that narrows or orders the boards lives in the address: shareable, and back works. */
export function useBoardState() {
  const [state, setState] = useQueryStates(PARSERS, { history: "replace" });
  return { state, setState };
}

export type SetBoardState = ReturnType<typeof useBoardState>["setState"];
