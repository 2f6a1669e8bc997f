import { createHash, sign } from "node:crypto";
import type { Tx } from "@oto/db";
import { execute, Prisma } from "@oto/db";
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

interface LastEntry {
  seq: number;
  hash: string;
}

/** The latest entry of each negotiation that has a log already. */
async function lastEntries(tx: Tx, offerIds: readonly string[]): Promise<Map<string, LastEntry>> {
  const rows = await tx.$queryRaw<(LastEntry & { offerId: string })[]>`
    select o.id as "offerId", e.seq, e.hash
    from unnest(${offerIds}::uuid[]) as o(id)
    cross join lateral (
      select seq, hash from deal_log_entry where offer_id = o.id order by seq desc limit 1
    ) e`;
  return new Map(rows.map(({ offerId, ...last }) => [offerId, last]));
}

/** An entry as its row: it names the entry before it, and the platform signs it. */
function rowOf(entry: LogEntry, last: LastEntry | undefined, signer: LogSigner) {
  const { at, by, data, kind, parties } = entry;
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
  return {
    ...{ offerId: parties.offerId, seq: body.seq, kind, at },
    buyerGalleryId: parties.buyerGalleryId,
    sellerGalleryId: parties.sellerGalleryId,
    ...{ body: text, prevHash: body.prev, hash },
    ...{ kid: signer.kid, signature: signHash(signer, hash) },
  };
}

/**
 * Writes entries into the logs of their negotiations, in the transaction of the change: each names
 * the hash of the entry before it, and the platform signs its own. The caller holds the lock of
 * every offer or of its reservation, so that entries of one negotiation queue; the primary key
 * refuses two of one number, and the database checks the link.
 */
export async function appendLog(
  platform: Platform,
  tx: Tx,
  entries: readonly LogEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const last = await lastEntries(tx, [...new Set(entries.map(({ parties }) => parties.offerId))]);
  const signer = await logSigner(platform, tx);
  const rows = entries.map((entry) => {
    const row = rowOf(entry, last.get(entry.parties.offerId), signer);
    last.set(row.offerId, row);
    return row;
  });
  await execute(
    tx,
    Prisma.sql`
    insert into deal_log_entry (offer_id, seq, buyer_gallery_id, seller_gallery_id, kind, at, body,
      prev_hash, hash, kid, signature)
    select "offerId", seq, "buyerGalleryId", "sellerGalleryId", kind, at, body, "prevHash", hash, kid,
      signature
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry("offerId" uuid, seq int,
      "buyerGalleryId" uuid, "sellerGalleryId" uuid, kind text, at timestamptz, body text,
      "prevHash" text, hash text, kid uuid, signature text)`,
  );
}
