"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { Input } from "../form/input";
import { foldText } from "../foundation/search-fold";

export interface EmojiGroup {
  id: string;
  label: string;
  /** Sign to name, in the reader's language. */
  signs: Readonly<Record<string, string>>;
}

interface EmojiGridProps {
  groups: readonly EmojiGroup[];
  onPick: (sign: string) => void;
  labels: { search: string; none: string };
}

/** Signs to choose from, by group or by name. Drawn by the reader's own font: nothing is fetched. */
export function EmojiGrid({ groups, onPick, labels }: EmojiGridProps) {
  const [text, setText] = useState("");
  const wanted = foldText(text.trim());
  const shown = groups
    .map((group) => ({
      ...group,
      found: Object.entries(group.signs).filter(([, name]) => foldText(name).includes(wanted)),
    }))
    .filter(({ found }) => found.length > 0);
  return (
    <div className="flex w-76 max-w-full flex-col gap-2">
      <Input
        type="search"
        aria-label={labels.search}
        placeholder={labels.search}
        leading={<Search aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="h-60 overflow-y-auto overscroll-contain">
        {shown.length === 0 ? (
          <p className="py-8 text-center text-ink-muted text-sm">{labels.none}</p>
        ) : null}
        {shown.map(({ id, label, found }) => (
          <section key={id} aria-label={label}>
            <p className="sticky top-0 bg-raised px-1 py-1 text-ink-subtle text-xs">{label}</p>
            <ul className="grid grid-cols-7">
              {found.map(([sign, name]) => (
                <li key={sign}>
                  <button
                    type="button"
                    aria-label={name}
                    title={name}
                    onClick={() => onPick(sign)}
                    className="grid aspect-square w-full min-w-9 place-items-center rounded-control text-2xl leading-none hover:bg-sunken"
                  >
                    <span aria-hidden="true">{sign}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
