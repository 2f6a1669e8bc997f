"use client";

import type { ReactNode } from "react";
import { createContext, useContext, useMemo, useState } from "react";
import type { FilledField } from "./filled-specs";

interface FilledFields {
  filled: ReadonlySet<FilledField>;
  setFilled: (fields: ReadonlySet<FilledField>) => void;
}

const FilledContext = createContext<FilledFields>({
  filled: new Set(),
  setFilled: () => undefined,
});

/** Remembers which fields the catalogue filled in and nobody has touched since. */
export function FilledProvider({ children }: { children: ReactNode }) {
  const [filled, setFilled] = useState<ReadonlySet<FilledField>>(new Set());
  const value = useMemo(() => ({ filled, setFilled }), [filled]);
  return <FilledContext value={value}>{children}</FilledContext>;
}

export const useFilled = (): FilledFields => useContext(FilledContext);
