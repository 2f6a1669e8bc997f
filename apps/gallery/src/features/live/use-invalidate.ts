"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { useTRPC } from "../../trpc";
import type { LiveService } from "./stale-services";

/** Events come in bursts (nine photos, one each); one round of questions answers them all. */
const GATHER_MS = 120;

/** Marks the answers of services as stale; those on the screen are asked for again, in one go. */
export function useInvalidate(): (services: readonly LiveService[]) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const waiting = useRef(new Set<LiveService>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return useCallback(
    (services) => {
      for (const service of services) waiting.current.add(service);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const gathered = [...waiting.current];
        waiting.current.clear();
        for (const service of gathered) {
          void queries.invalidateQueries(trpc[service].pathFilter());
        }
      }, GATHER_MS);
    },
    [trpc, queries],
  );
}
