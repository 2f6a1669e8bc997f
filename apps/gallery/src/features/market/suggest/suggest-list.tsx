"use client";

import { Button, cn } from "@oto/ui";
import { CarFront, History, Store, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../../labels/use-formats";
import type { Suggestion, SuggestionKind } from "./suggestions";
import { groupOf, SUGGESTION_GROUPS } from "./suggestions";

const ICON: Record<SuggestionKind, typeof History> = {
  recent: History,
  make: CarFront,
  series: CarFront,
  model: CarFront,
  gallery: Store,
};

interface SuggestListProps {
  id: string;
  suggestions: readonly Suggestion[];
  /** The one that the arrow keys have reached. */
  activeId: string | null;
  optionId: (suggestion: Suggestion) => string;
  onPick: (suggestion: Suggestion) => void;
  onForget: (suggestion: Suggestion) => void;
  onForgetAll: () => void;
}

/** What one may mean, below the search box: own searches, vehicles, galleries. */
export function SuggestList({
  id,
  suggestions,
  activeId,
  optionId,
  onPick,
  onForget,
  onForgetAll,
}: SuggestListProps) {
  const t = useTranslations("market");
  const groups = SUGGESTION_GROUPS.map((group) => ({
    group,
    items: suggestions.filter(({ kind }) => groupOf(kind) === group),
  })).filter(({ items }) => items.length > 0);
  return (
    <div className="absolute inset-x-0 top-full z-40 mt-1.5 overflow-hidden rounded-card border bg-raised shadow-overlay">
      <div
        id={id}
        role="listbox"
        aria-label={t("suggestions")}
        // The box keeps the focus: what is pressed here is chosen, not entered.
        onMouseDown={(event) => event.preventDefault()}
        className="max-h-[min(28rem,55dvh)] overflow-y-auto overscroll-contain p-1.5"
      >
        {groups.map(({ group, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box has groups, not field sets
          <div key={group} role="group" aria-label={t(`suggest.${group}`)}>
            <p aria-hidden="true" className="px-3 pt-2 pb-1 text-ink-subtle text-xs">
              {t(`suggest.${group}`)}
            </p>
            {items.map((item) => (
              <SuggestOption
                key={item.id}
                id={optionId(item)}
                item={item}
                active={item.id === activeId}
                onPick={() => onPick(item)}
                onForget={() => onForget(item)}
              />
            ))}
          </div>
        ))}
      </div>
      {suggestions.some(({ kind }) => kind === "recent") ? (
        <footer className="flex items-center justify-between gap-3 border-t px-3 py-1">
          <span className="text-ink-subtle text-xs max-sm:hidden">{t("suggest.forgetHint")}</span>
          <Button variant="ghost" size="sm" className="-mr-1.5 ml-auto" onClick={onForgetAll}>
            {t("suggest.forgetAll")}
          </Button>
        </footer>
      ) : null}
    </div>
  );
}

interface SuggestOptionProps {
  id: string;
  item: Suggestion;
  active: boolean;
  onPick: () => void;
  onForget: () => void;
}

function SuggestOption({ id, item, active, onPick, onForget }: SuggestOptionProps) {
  const t = useTranslations("market");
  const formats = useFormats();
  const Icon = ICON[item.kind];
  return (
    <div className={cn("flex items-center rounded-control hover:bg-sunken", active && "bg-sunken")}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        onClick={onPick}
        className="flex min-h-11 min-w-0 flex-1 cursor-pointer items-center gap-3 px-3 text-[0.9375rem] text-ink"
      >
        <Icon aria-hidden="true" className="size-4.5 shrink-0 text-ink-subtle" />
        <span className="min-w-0 flex-1 truncate">{item.text}</span>
        {item.count === null ? null : (
          <span className="text-ink-subtle text-sm tabular-nums">
            {t("suggest.count", { count: item.count, n: formats.number(item.count) })}
          </span>
        )}
      </div>
      {item.kind === "recent" ? (
        // For fingers and mice; the keys are Shift and Delete, and everybody has the button below.
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          data-forget={item.text}
          onClick={onForget}
          className="grid size-11 shrink-0 place-items-center rounded-control text-ink-subtle hover:text-ink"
        >
          <X className="size-4" />
        </button>
      ) : null}
    </div>
  );
}
