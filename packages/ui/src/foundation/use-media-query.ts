"use client";

import { useCallback, useSyncExternalStore } from "react";

/**
 * Whether a CSS media query holds, following changes.
 * On the server, and in the first paint, it is `false`: style the phone first.
 */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", notify);
      return () => list.removeEventListener("change", notify);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** Whether the screen is at least 640 px wide: dialogs instead of sheets from there on. */
export function useDesk(): boolean {
  return useMediaQuery("(min-width: 40rem)");
}
