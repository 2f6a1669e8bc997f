import { PLATFORM_MEMBER } from "@oto/domain";
import type { Platform } from "../context";
import { signalChat } from "./chat-feed";
import type { NumberedChatEvent } from "./live-feed";

/** Receipts are written down together, this often. */
const EVERY_MS = 1_000;

interface Delivered {
  memberId: string;
  roomId: string;
  seq: number;
}

interface Moved {
  roomId: string;
  memberId: string;
  other: string;
  delivered: number;
  read: number;
}

/** Keeps the second tick: what has reached an open screen of a side. Written in batches. */
export class Deliveries {
  readonly #platform: Platform;
  #waiting = new Map<string, Delivered>();
  #timer: NodeJS.Timeout | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Notes what a member's screens have been given. */
  note(memberId: string, events: readonly NumberedChatEvent[]): void {
    for (const { event } of events) {
      if (event.type !== "message.created") continue;
      const { roomId, message } = event;
      const own = message.sender?.galleryId ?? PLATFORM_MEMBER;
      if (message.kind !== "TEXT" || own === memberId) continue;
      this.#waiting.set(`${roomId} ${memberId}`, { memberId, roomId, seq: message.seq });
    }
    if (this.#waiting.size === 0 || this.#timer) return;
    this.#timer = setTimeout(() => void this.flush(), EVERY_MS);
    this.#timer.unref();
  }

  /** Writes down what waits. A receipt that is lost comes with the next message. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // One order for everybody, so that two processes cannot wait for each other.
    const batch = [...this.#waiting.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
    this.#waiting = new Map();
    if (batch.length === 0) return;
    try {
      const moved = await this.#write(batch.map(([, delivered]) => delivered));
      for (const { delivered, memberId, other, read, roomId } of moved) {
        const seqs = { d: delivered, s: read };
        await signalChat(this.#platform, {
          t: "progress",
          m: [other],
          r: roomId,
          g: memberId,
          ...seqs,
        });
      }
    } catch (error) {
      this.#platform.logger.debug({ err: error }, "receipts unwritten");
    }
  }

  async #write(batch: readonly Delivered[]): Promise<Moved[]> {
    const { rows } = await this.#platform.database.pool.query<Moved>({
      name: "chat-delivered",
      text: `
        with held as (
          select m.room_id, m.member_id, w.seq
          from unnest($1::uuid[], $2::uuid[], $3::int[]) as w (room_id, member_id, seq)
          join chat_member m on m.room_id = w.room_id and m.member_id = w.member_id
          where m.delivered_seq < w.seq order by 1, 2 for no key update of m)
        update chat_member m set delivered_seq = held.seq from held
        where m.room_id = held.room_id and m.member_id = held.member_id
          and m.delivered_seq < held.seq
        returning m.room_id as "roomId", m.member_id as "memberId",
          m.delivered_seq as delivered, m.read_seq as read,
          case when m.gallery_id = m.member_id then coalesce(m.peer_gallery_id, '${PLATFORM_MEMBER}')
            else m.gallery_id end as other`,
      values: [
        batch.map(({ roomId }) => roomId),
        batch.map(({ memberId }) => memberId),
        batch.map(({ seq }) => seq),
      ],
    });
    return rows;
  }
}
