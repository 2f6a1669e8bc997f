import type { Lane, MessageChannel } from "@oto/domain";
import type { Platform } from "../../context";
import type { ClaimedDelivery } from "./claimed-delivery";

/** Longer than every try of every provider together; after it another process takes over. */
export const LEASE_MS = 90_000;

interface Row {
  id: string;
  user_id: string | null;
  recipient_key: string;
  type: string;
  channel: MessageChannel;
  lane: Lane;
  params: unknown;
  href: string | null;
  attempts: number;
  expires_at: Date | null;
  created_at: Date;
}

/**
 * Takes what is due in a lane, oldest first, for `LEASE_MS`. Processes that claim at once get
 * different rows. Rows whose lease ran out (their process died between sending and noting it) are due
 * again under the same key, so that the sender or its ledger knows whether they went out.
 */
export async function claimDue(
  { database, now }: Platform,
  { lane, limit }: { lane: Lane; limit: number },
): Promise<ClaimedDelivery[]> {
  const at = now();
  const { rows } = await database.pool.query<Row>(
    `update message_delivery set state = 'SENDING', attempts = attempts + 1, lease_until = $3
      where id in (
        select id from message_delivery
         where lane = $1 and ((state = 'PENDING' and due_at <= $2) or (state = 'SENDING' and lease_until <= $2))
         order by due_at, id limit $4 for update skip locked)
      returning id, user_id, recipient_key, type, channel, lane, params, href, attempts, expires_at, created_at`,
    [lane, at, new Date(at.getTime() + LEASE_MS), limit],
  );
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    recipientKey: row.recipient_key,
    type: row.type,
    channel: row.channel,
    lane: row.lane,
    params: row.params,
    href: row.href,
    attempts: row.attempts,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
  }));
}

/** When the next waiting row of a lane is due; null when none waits. */
export async function nextDueAt({ database }: Platform, lane: Lane): Promise<Date | null> {
  const { rows } = await database.pool.query<{ due: Date | null }>(
    "select min(due_at) as due from message_delivery where lane = $1 and state = 'PENDING'",
    [lane],
  );
  return rows[0]?.due ?? null;
}
