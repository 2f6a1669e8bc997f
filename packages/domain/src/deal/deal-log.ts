import type { Side } from "../values";
import type { LogValue } from "./canonical-json";

/** What can stand in the log of a negotiation, in the order of its life. */
export const DEAL_LOG_KINDS = [
  "offer.opened",
  "offer.countered",
  "offer.accepted",
  "offer.rejected",
  "offer.withdrawn",
  "offer.expired",
  "offer.closed",
  "offer.repriced",
  "offer.noted",
  "reservation.started",
  "reservation.extension_requested",
  "reservation.extension_declined",
  "reservation.extended",
  "reservation.completed",
  "reservation.cancelled",
  "reservation.expired",
  "deal.step_changed",
  "deal.document_added",
  "deal.document_removed",
  "deal.confirmed",
  "deal.completed",
  "deal.rated",
  "deal.disputed",
  "deal.dispute_ended",
] as const;
export type DealLogKind = (typeof DEAL_LOG_KINDS)[number];

/**
 * Who did what an entry tells of: a party, never a person. Both sides read the same log, and a
 * private rule that acted in a seller's name must look like the seller; the audit trail knows more.
 */
export interface DealLogActor {
  /** Null for the platform: a clock, its staff. */
  side: Side | null;
  galleryId: string | null;
}

/** Names the format in everything that is signed, so that no signature fits anything else. */
export const DEAL_LOG_FORMAT = "kontak.deal-log.v1";
/** Stands where the first entry has no one before it. */
export const DEAL_LOG_ROOT = "0".repeat(64);

/** One entry as it is hashed: its canonical JSON is what the hash is made of. */
export interface DealLogBody {
  readonly format: typeof DEAL_LOG_FORMAT;
  /** The offer whose negotiation this is. */
  readonly negotiation: string;
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO-8601 */
  readonly at: string;
  readonly kind: DealLogKind;
  readonly by: { readonly [Key in keyof DealLogActor]: DealLogActor[Key] };
  readonly data: { readonly [key: string]: LogValue };
  /** Hash of the entry before, hexadecimal SHA-256. */
  readonly prev: string;
}

/** What the platform signs of an entry or a document: the format's name and the hash. */
export function signedText(hash: string): string {
  return `${DEAL_LOG_FORMAT}:${hash}`;
}
