"use client";

import type { KeyboardEvent } from "react";
import { useState } from "react";

interface ListboxKeys<T> {
  active: T | null;
  reset: () => void;
  /** True when the key was for the list. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** Arrow keys over a list whose focus stays in the box above it; the ends lead back to the box. */
export function useListboxKeys<T>(items: readonly T[], open: boolean): ListboxKeys<T> {
  const [at, setAt] = useState(-1);
  const active = open ? (items[at] ?? null) : null;
  const step = (by: 1 | -1) => {
    const places = items.length + 1;
    setAt((before) => ((before + 1 + by + places) % places) - 1);
  };
  return {
    active,
    reset: () => setAt(-1),
    onKey: ({ key }) => {
      if (!open || items.length === 0) return false;
      if (key === "ArrowDown") step(1);
      else if (key === "ArrowUp") step(-1);
      else return false;
      return true;
    },
  };
}
