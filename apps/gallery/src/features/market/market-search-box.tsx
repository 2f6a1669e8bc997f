"use client";

import { MAX_QUERY_LENGTH } from "@oto/domain";
import { IconButton, Input } from "@oto/ui";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/** A pause in typing that is worth asking for. */
const PAUSE_MS = 250;

interface MarketSearchBoxProps {
  value: string;
  onSearch: (words: string) => void;
}

/** Searches while one types. */
export function MarketSearchBox({ value, onSearch }: MarketSearchBoxProps) {
  const t = useTranslations("market");
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => latest.current(draft), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  const settle = () => {
    if (draft !== null) onSearch(draft.trim());
    setDraft(null);
  };
  const text = draft ?? value;
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          settle();
        }}
      >
        <Input
          type="search"
          enterKeyHint="search"
          aria-label={t("searchLabel")}
          placeholder={t("searchPlaceholder")}
          maxLength={MAX_QUERY_LENGTH}
          autoComplete="off"
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
                  onSearch("");
                }}
              />
            )
          }
          value={text}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={settle}
        />
      </form>
    </search>
  );
}
