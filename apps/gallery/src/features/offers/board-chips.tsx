"use client";

import { Chip } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { BoardState } from "./board-query";
import { BOARD_STAGES } from "./board-query";
import type { SetBoardState } from "./use-board-state";

interface BoardChipsProps {
  state: BoardState;
  setState: SetBoardState;
  /** How many wait for an answer of the caller's. */
  myTurn: number | undefined;
}

/** The states that a list can be narrowed to, one tap each. */
export function BoardChips({ state, setState, myTurn }: BoardChipsProps) {
  const t = useTranslations("offers");
  const { lane, mine, stage } = state;
  return (
    <fieldset aria-label={t("filter")} className="mb-4 flex flex-wrap gap-2">
      {lane === null ? null : (
        <Chip removeLabel={t("clearLane")} onRemove={() => void setState({ lane: null })}>
          {t(`lane.${lane}`)}
        </Chip>
      )}
      {BOARD_STAGES.map((each) => (
        <Chip
          key={each}
          selected={lane === null && stage === each}
          onPress={() => void setState({ stage: each, mine: null, lane: null })}
        >
          {t(`stage.${each}`)}
        </Chip>
      ))}
      <Chip
        selected={mine}
        onPress={() =>
          void setState(mine ? { mine: null } : { mine: true, stage: "open", lane: null })
        }
      >
        {myTurn === undefined ? t("myTurn") : t("myTurnCount", { count: myTurn })}
      </Chip>
    </fieldset>
  );
}
