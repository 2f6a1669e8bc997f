"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** The name of a queue for people; one that this app does not know yet keeps its own. */
export function useQueueName(): (queue: string) => string {
  const t = useTranslations("queues");
  return useCallback(
    (queue) => {
      const key: string = `names.${queue}`;
      return t.has(key) ? t(key) : queue;
    },
    [t],
  );
}
