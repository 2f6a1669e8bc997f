"use client";

import { Button, Chip, Combobox, Field, NumberInput, Sheet, Switch } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useComboboxLabels } from "../form/use-combobox-labels";
import type { BoardState } from "./board-query";
import { activeFilters, sideOfTab } from "./board-query";
import type { SetBoardState } from "./use-board-state";

interface BoardFiltersProps {
  state: BoardState;
  setState: SetBoardState;
}

const CLEARED = { vehicle: null, with: null, min: null, max: null, unread: null } as const;

/** Shares of the asking price that people ask for. */
const SHARES = [
  { id: "near", min: 97, max: null },
  { id: "fair", min: 93, max: 97 },
  { id: "low", min: null, max: 92 },
] as const;

/** What narrows the boards, in a sheet; every choice shows at once behind it. */
export function BoardFilters({ state, setState }: BoardFiltersProps) {
  const t = useTranslations("offers");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const active = activeFilters(state);
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title={t("filters.title")}
      closeLabel={common("close")}
      trigger={
        <Button variant="secondary" icon={<SlidersHorizontal aria-hidden="true" />}>
          {t("filters.open")}
          {active > 0 ? (
            <span className="grid size-5 place-items-center rounded-full bg-brand font-semibold text-on-brand text-xs">
              {active}
            </span>
          ) : null}
        </Button>
      }
      footer={
        <>
          <Button
            variant="secondary"
            disabled={active === 0}
            onClick={() => void setState(CLEARED)}
          >
            {t("filters.clear")}
          </Button>
          <Button onClick={() => setOpen(false)}>{t("filters.apply")}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FacetFields state={state} setState={setState} />
        <ShareFields state={state} setState={setState} />
        <Switch
          label={t("filters.unread")}
          description={t("filters.unreadText")}
          checked={state.unread}
          onCheckedChange={(unread) => void setState({ unread: unread || null })}
        />
      </div>
    </Sheet>
  );
}

function FacetFields({ state, setState }: BoardFiltersProps) {
  const t = useTranslations("offers");
  const trpc = useTRPC();
  const labels = useComboboxLabels();
  const { data, isLoading } = useQuery(
    trpc.offer.facets.queryOptions({ side: sideOfTab(state.side) }),
  );
  const options = (facets: readonly { id: string; label: string; count: number }[] | undefined) =>
    (facets ?? []).map(({ id, label, count }) => ({ value: id, label: `${label} (${count})` }));
  return (
    <>
      <Field label={t("filters.vehicle")}>
        <Combobox
          options={options(data?.vehicles)}
          value={state.vehicle}
          loading={isLoading}
          labels={labels(t("filters.allVehicles"))}
          clearable
          onValueChange={(vehicle) => void setState({ vehicle })}
        />
      </Field>
      <Field label={t(state.side === "incoming" ? "buyer" : "seller")}>
        <Combobox
          options={options(data?.counterparts)}
          value={state.with}
          loading={isLoading}
          labels={labels(t("filters.allGalleries"))}
          clearable
          onValueChange={(gallery) => void setState({ with: gallery })}
        />
      </Field>
    </>
  );
}

function ShareFields({ state, setState }: BoardFiltersProps) {
  const t = useTranslations("offers");
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-2 font-medium text-[0.9375rem]">{t("filters.share")}</legend>
      <div className="flex flex-wrap gap-2">
        {SHARES.map(({ id, max, min }) => {
          const selected = state.min === min && state.max === max;
          return (
            <Chip
              key={id}
              selected={selected}
              onPress={() => void setState(selected ? { min: null, max: null } : { min, max })}
            >
              {t(`filters.shares.${id}`)}
            </Chip>
          );
        })}
      </div>
      <div className="grid grid-cols-2 gap-3">
        {(["min", "max"] as const).map((bound) => (
          <Field key={bound} label={t(`filters.${bound}`)}>
            <NumberInput
              unit="%"
              value={state[bound]}
              onValueChange={(value) => void setState({ [bound]: value })}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
