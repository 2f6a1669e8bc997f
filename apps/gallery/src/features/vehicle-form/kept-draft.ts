"use client";

import type { VehicleFormValues } from "./vehicle-form-values";
import { EMPTY_VEHICLE } from "./vehicle-form-values";

/** A later shape of the form takes a later number, so that old drafts are let go. */
const KEY = "kontak.vehicle-draft.1";

/** What belongs to nobody else's eyes is not left on a shared machine. */
const PRIVATE = { lowestPrice: null, cost: null, internalNotes: "" } as const;

const keyOf = (galleryId: string) => `${KEY}.${galleryId}`;

/** The unfinished entry of this browser; null when there is none or it cannot be read. */
export function readKeptDraft(galleryId: string): VehicleFormValues | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(galleryId)) ?? "null");
    return typeof kept === "object" && kept !== null ? { ...EMPTY_VEHICLE, ...kept } : null;
  } catch {
    return null;
  }
}

/** Keeps an unfinished entry, so that a lost connection or a closed tab costs nothing. */
export function keepDraft(galleryId: string, values: VehicleFormValues): void {
  try {
    localStorage.setItem(keyOf(galleryId), JSON.stringify({ ...values, ...PRIVATE }));
  } catch {
    // A full or forbidden store only means that nothing is kept.
  }
}

export function forgetDraft(galleryId: string): void {
  try {
    localStorage.removeItem(keyOf(galleryId));
  } catch {
    // As above.
  }
}
