"use client";

import { useCallback, useEffect, useRef } from "react";

const GATHER_MS = 250;

/** Makes one call of many in a row: soon after the first of them, not after the last. */
export function useGathered(act: () => void): () => void {
  const latest = useRef(act);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, GATHER_MS);
  }, []);
}
