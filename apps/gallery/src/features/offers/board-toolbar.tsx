"use client";

import { IconButton, Input, RadioGroup, Select, useSettledText } from "@oto/ui";
import { CarFront, Columns3, Rows3, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { BoardFilters } from "./board-filters";
import type { BoardState } from "./board-query";
import { BOARD_SORTS } from "./board-query";
import type { SetBoardState } from "./use-board-state";

interface BoardToolbarProps {
  state: BoardState;
  setState: SetBoardState;
}

const ICONS = { board: Columns3, list: Rows3, vehicles: CarFront } as const;

/** Search, filters, order and view of the boards. */
export function BoardToolbar({ state, setState }: BoardToolbarProps) {
  const t = useTranslations("offers");
  // A lane is looked at as a list.
  const view = state.lane === null ? state.view : "list";
  return (
    <div className="my-4 flex flex-wrap items-center gap-2">
      <div className="w-full sm:w-72">
        <BoardSearch value={state.q} onChange={(q) => void setState({ q: q || null })} />
      </div>
      <BoardFilters state={state} setState={setState} />
      {view === "list" ? (
        <Select
          aria-label={t("sort")}
          options={BOARD_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          value={state.sort}
          onValueChange={(sort) => void setState({ sort })}
          className="w-52 max-sm:w-auto max-sm:min-w-0 max-sm:flex-1"
        />
      ) : null}
      <RadioGroup
        variant="segments"
        label={t("view")}
        value={view}
        className="sm:ml-auto"
        onValueChange={(next) => void setState({ view: next, lane: null })}
        options={(["board", "list", "vehicles"] as const).map((value) => {
          const Icon = ICONS[value];
          return {
            value,
            label: <span className="max-xl:sr-only">{t(`views.${value}`)}</span>,
            icon: <Icon aria-hidden="true" />,
          };
        })}
      />
    </div>
  );
}

interface BoardSearchProps {
  value: string;
  onChange: (value: string) => void;
}

function BoardSearch({ value, onChange }: BoardSearchProps) {
  const t = useTranslations("offers");
  const { typed, setTyped } = useSettledText(value, onChange);
  return (
    <Input
      type="search"
      aria-label={t("search")}
      placeholder={t("search")}
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      leading={<Search aria-hidden="true" />}
      trailing={
        typed === "" ? undefined : (
          <IconButton
            size="sm"
            label={t("clearSearch")}
            icon={<X aria-hidden="true" />}
            onClick={() => {
              setTyped("");
              onChange("");
            }}
          />
        )
      }
    />
  );
}
