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
 * Puts back what a process took and never settled (it died between sending and noting it). It is due
 * again under the same key, so that the sender or its ledger knows whether it went out.
 */
async function reviveLost({ database, now }: Platform, lane: Lane): Promise<void> {
  await database.pool.query(
    `update message_delivery set state = 'PENDING', lease_until = null
      where id in (
        select id from message_delivery where state = 'SENDING' and lease_until <= $2 and lane = $1
         order by id for update skip locked)`,
    [lane, now()],
  );
}

/**
 * Takes what is due in a lane, oldest first, for `LEASE_MS`. Processes that claim at once get
 * different rows.
 */
export async function claimDue(
  platform: Platform,
  { lane, limit }: { lane: Lane; limit: number },
): Promise<ClaimedDelivery[]> {
  await reviveLost(platform, lane);
  const at = platform.now();
  const { rows } = await platform.database.pool.query<Row>(
    `update message_delivery set state = 'SENDING', attempts = attempts + 1, lease_until = $3
      where id in (
        select id from message_delivery where lane = $1 and state = 'PENDING' and due_at <= $2
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
