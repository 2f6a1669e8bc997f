"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { dayEnd, dayStart } from "./day-range";

/** First parts of the names of actions. */
export const KINDS = [
  "admin",
  "auth",
  "gallery",
  "inventory",
  "media",
  "offer",
  "reservation",
] as const;

/** What the trail is narrowed to; lives in the address. */
export function useAuditFilters() {
  const [filters, setFilters] = useQueryStates({
    tur: parseAsStringLiteral(KINDS),
    galeri: parseAsString,
    kisi: parseAsString,
    kayit: parseAsString,
    bas: parseAsString,
    bit: parseAsString,
  });
  const from = dayStart(filters.bas);
  const to = dayEnd(filters.bit);
  const input = {
    ...(filters.tur === null ? {} : { action: `${filters.tur}.` }),
    ...(filters.galeri === null ? {} : { galleryId: filters.galeri }),
    ...(filters.kisi === null ? {} : { actorId: filters.kisi }),
    ...(filters.kayit === null ? {} : { entityId: filters.kayit }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
  return { filters, setFilters, input };
}

export type AuditFilters = ReturnType<typeof useAuditFilters>;
