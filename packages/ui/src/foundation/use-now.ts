"use client";

import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

function subscribe(listener: () => void) {
  listeners.add(listener);
  now = Date.now();
  timer ??= setInterval(() => {
    now = Date.now();
    for (const notify of listeners) {
      notify();
    }
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/**
 * What the present instant (ms since epoch) means to a component: it is drawn anew only when the
 * meaning changes, not at every tick. One timer drives every clock on the page. `null` on the server
 * and in the first paint, where the visitor's clock is not known.
 *
 * @param read gives a number or a text, the same one while nothing changes for the reader
 */
export function useNowAs<Meaning extends number | string>(
  read: (now: number) => Meaning,
): Meaning | null {
  return useSyncExternalStore(
    subscribe,
    () => (now === 0 ? null : read(now)),
    () => null,
  );
}

/** The present instant (ms since epoch), once a second; see {@link useNowAs}. */
export function useNow(): number | null {
  return useNowAs((present) => present);
}
