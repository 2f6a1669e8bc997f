"use client";

import type { DomainLabels } from "@oto/domain";
import { useTranslations } from "next-intl";
import { useCallback } from "react";

type Kind = keyof DomainLabels;

/** Makes options of the values of a domain list, in its order, with their names. */
export function useValueOptions(): <V extends string>(
  kind: Kind,
  values: readonly V[],
) => { value: V; label: string }[] {
  const t = useTranslations("domain");
  return useCallback(
    (kind, values) =>
      values.map((value) => {
        const key: string = `${kind}.${value}`;
        return { value, label: t(key) };
      }),
    [t],
  );
}
