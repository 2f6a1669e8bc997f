"use client";

import { MAX_QUERY_LENGTH } from "@oto/domain";
import { IconButton, Input } from "@oto/ui";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useEffect, useId, useRef, useState } from "react";
import type { MarketChange } from "./market-params";
import { SuggestList } from "./suggest/suggest-list";
import type { Suggestion } from "./suggest/suggestions";
import { useListboxKeys } from "./suggest/use-listbox-keys";
import { useSuggestions } from "./suggest/use-suggestions";

/** A pause in typing that is worth asking for. */
const PAUSE_MS = 250;

interface MarketSearchBoxProps {
  value: string;
  onChange: (change: MarketChange) => void;
}

/** Searches while one types, and suggests what one may mean. */
export function MarketSearchBox({ value, onChange }: MarketSearchBoxProps) {
  const t = useTranslations("market");
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const text = draft ?? value;
  const { forget, forgetAll, remember, suggestions } = useSuggestions(text, open);
  const shown = open && suggestions.length > 0;
  const keys = useListboxKeys(suggestions, shown);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => latest.current({ q: draft || null }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  const close = () => {
    setOpen(false);
    keys.reset();
  };
  const settle = () => {
    if (draft !== null) {
      onChange({ q: draft.trim() || null });
      remember(draft);
    }
    setDraft(null);
    close();
  };
  const pick = ({ change, kind, text: words }: Suggestion) => {
    setDraft(null);
    onChange(change);
    if (kind === "recent") remember(words);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { active } = keys;
    if (event.key === "Escape" && shown) close();
    else if (event.key === "Enter" && active) pick(active);
    else if (event.key === "Delete" && event.shiftKey && active?.kind === "recent") {
      forget(active.text);
      keys.reset();
    } else if (event.key === "ArrowDown" && !open) setOpen(true);
    else if (!keys.onKey(event)) return;
    event.preventDefault();
  };
  const optionId = (suggestion: Suggestion) => `${id}-${suggestions.indexOf(suggestion)}`;

  return (
    <search
      className="relative block"
      onBlur={(event) => {
        // Into the list below is still here.
        if (!event.currentTarget.contains(event.relatedTarget)) settle();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          settle();
        }}
      >
        <Input
          type="search"
          role="combobox"
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={keys.active ? optionId(keys.active) : undefined}
          enterKeyHint="search"
          aria-label={t("searchLabel")}
          placeholder={t("searchPlaceholder")}
          maxLength={MAX_QUERY_LENGTH}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          className="h-12 text-base [&::-webkit-search-cancel-button]:hidden"
          leading={<Search aria-hidden="true" />}
          trailing={
            text === "" ? undefined : (
              <IconButton
                size="sm"
                label={t("searchClear")}
                icon={<X aria-hidden="true" />}
                onClick={() => {
                  setDraft(null);
                  onChange({ q: null });
                  close();
                }}
              />
            )
          }
          value={text}
          onChange={(event) => {
            setDraft(event.target.value);
            setOpen(true);
            keys.reset();
          }}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
      </form>
      {shown ? (
        <SuggestList
          id={`${id}-list`}
          suggestions={suggestions}
          activeId={keys.active?.id ?? null}
          optionId={optionId}
          onPick={pick}
          onForget={({ text: words }) => forget(words)}
          onForgetAll={forgetAll}
        />
      ) : null}
    </search>
  );
}
