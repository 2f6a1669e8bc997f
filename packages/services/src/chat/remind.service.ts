import type { Tx } from "@oto/db";
import { publish } from "@oto/db";
import { CHAT_REMIND_AFTER_MS, PLATFORM_MEMBER } from "@oto/domain";
import type { Platform } from "../context";

const REASON = "galleries of all conversations are reminded of what they have not read";
const AT_ONCE = 200;

interface Unread {
  roomId: string;
  galleryId: string;
  seq: number;
}

/**
 * Sides that were told of a message, have not read it for some minutes and were not reminded of it
 * yet. The partial index holds those who may have something unread, and nobody else.
 */
async function takeDue(tx: Tx, before: Date): Promise<Unread[]> {
  return tx.$queryRaw<Unread[]>`
    with due as (
      select m.room_id, m.member_id, m.noticed_seq from chat_member m
      join chat_message c on c.room_id = m.room_id and c.seq = m.noticed_seq
      where m.noticed_seq > m.read_seq and m.reminded_seq < m.noticed_seq
        and m.member_id <> ${PLATFORM_MEMBER}::uuid
        and c.created_at < ${before} and c.deleted_at is null
      order by m.room_id, m.member_id limit ${AT_ONCE} for update of m skip locked)
    update chat_member m set reminded_seq = due.noticed_seq from due
    where m.room_id = due.room_id and m.member_id = due.member_id
    returning m.room_id as "roomId", m.member_id as "galleryId", due.noticed_seq as seq`;
}

/**
 * Has galleries reminded by other channels of messages that nobody of them has read for some
 * minutes: once a burst.
 *
 * @returns how many
 */
export async function remindOfUnreadChat(platform: Platform, signal: AbortSignal): Promise<number> {
  const before = new Date(platform.now().getTime() - CHAT_REMIND_AFTER_MS);
  const db = platform.database.unsafeSystem(REASON);
  for (let reminded = 0; ; ) {
    const count = await db.write(async (tx) => {
      const due = await takeDue(tx, before);
      for (const payload of due) {
        const { galleryId, roomId: aggregateId } = payload;
        await publish(tx, { name: "chat.unread_reminded", aggregateId, galleryId, payload });
      }
      return due.length;
    });
    reminded += count;
    if (count < AT_ONCE || signal.aborted) return reminded;
  }
}
