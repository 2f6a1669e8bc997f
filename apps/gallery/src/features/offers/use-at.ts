"use client";

import { useEffect, useRef } from "react";

/** Longer waits do not fit a timer; nobody keeps a page open for that long either. */
const LONGEST_MS = 2_000_000_000;
/** The platform's schedule needs a moment after the clock has run out. */
const GRACE_MS = 3_000;

/** Calls back shortly after an instant, while the component is on the screen. */
export function useAt(instant: string | null, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (instant === null) return;
    const wait = Date.parse(instant) - Date.now();
    if (wait < 0 || wait > LONGEST_MS) return;
    const timer = setTimeout(() => latest.current(), wait + GRACE_MS);
    return () => clearTimeout(timer);
  }, [instant]);
}
