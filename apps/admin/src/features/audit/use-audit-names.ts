"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";

/** Names of actions and kinds of records for people; unknown ones keep their own. */
export function useAuditNames() {
  const t = useTranslations("audit");
  return useMemo(() => {
    const named = (group: string, id: string) => {
      const key: string = `${group}.${id}`;
      return t.has(key) ? t(key) : id;
    };
    return {
      action: (id: string) => named("actions", id),
      entity: (id: string) => named("entities", id),
    };
  }, [t]);
}
