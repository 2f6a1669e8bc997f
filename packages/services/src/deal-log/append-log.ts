import { createHash, sign } from "node:crypto";
import type { Tx } from "@oto/db";
import type { DealLogActor, DealLogBody, DealLogKind, LogValue } from "@oto/domain";
import { canonicalJson, DEAL_LOG_FORMAT, DEAL_LOG_ROOT, signedText } from "@oto/domain";
import type { Platform } from "../context";
import type { LogSigner } from "./log-keys";
import { logSigner } from "./log-keys";

/** What is written down about a negotiation. */
export interface LogEntry {
  parties: { offerId: string; buyerGalleryId: string; sellerGalleryId: string };
  kind: DealLogKind;
  by: DealLogActor;
  at: Date;
  data: { readonly [key: string]: LogValue };
}

/** Nobody's act: a clock, or the platform's staff. */
export const BY_PLATFORM: DealLogActor = { side: null, galleryId: null };

/** Hexadecimal SHA-256 of a text's UTF-8. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Ed25519 signature over the format's name and a hash, base64url. */
export function signHash(signer: LogSigner, hash: string): string {
  return sign(null, Buffer.from(signedText(hash)), signer.key).toString("base64url");
}

/**
 * Writes an entry into the log of its negotiation, in the transaction of the change: it names the
 * hash of the entry before it, and the platform signs its own. The caller holds the lock of the
 * offer or of its reservation, so that entries of one negotiation queue; the primary key refuses
 * two of one number, and the database checks the link.
 */
export async function appendLog(platform: Platform, tx: Tx, entry: LogEntry): Promise<void> {
  const { at, by, data, kind, parties } = entry;
  const [last] = await tx.$queryRaw<{ seq: number; hash: string }[]>`
    select seq, hash from deal_log_entry where offer_id = ${parties.offerId}::uuid
    order by seq desc limit 1`;
  const body: DealLogBody = {
    format: DEAL_LOG_FORMAT,
    negotiation: parties.offerId,
    seq: (last?.seq ?? 0) + 1,
    at: at.toISOString(),
    kind,
    by: { side: by.side, galleryId: by.galleryId },
    data,
    prev: last?.hash ?? DEAL_LOG_ROOT,
  };
  const text = canonicalJson({ ...body });
  const hash = hashOf(text);
  const signer = await logSigner(platform, tx);
  await tx.dealLogEntry.createMany({
    data: {
      ...{ offerId: parties.offerId, seq: body.seq, kind, at },
      buyerGalleryId: parties.buyerGalleryId,
      sellerGalleryId: parties.sellerGalleryId,
      ...{ body: text, prevHash: body.prev, hash },
      ...{ kid: signer.kid, signature: signHash(signer, hash) },
    },
  });
}
