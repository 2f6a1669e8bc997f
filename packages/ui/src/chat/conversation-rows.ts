import type { BubblePosition } from "./chat-bubble";
import type { Numbered } from "./numbered";

export type ConversationRow<M, P> =
  | { kind: "day"; id: string; day: string }
  | { kind: "unread"; id: string }
  | { kind: "message"; id: string; message: M; position: BubblePosition }
  | { kind: "pending"; id: string; pending: P; position: BubblePosition };

/** Messages of one writer belong together while no longer pause lies between them. */
const GROUP_MS = 5 * 60_000;

const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Istanbul" });
const days = new Map<string, string>();

/** The day in Türkiye of an instant, `2026-11-28`. By the hour, since days begin with one. */
function dayOf(iso: string): string {
  const hour = iso.slice(0, 13);
  let day = days.get(hour);
  if (day === undefined) {
    day = DAY.format(new Date(iso));
    days.set(hour, day);
  }
  return day;
}

interface Entry<M, P> {
  row: Extract<ConversationRow<M, P>, { kind: "message" | "pending" }>;
  /** Who wrote it; null for what stands alone. */
  by: string | null;
  at: string;
  day: string;
}

const joined = <M, P>(a: Entry<M, P> | undefined, b: Entry<M, P> | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.by !== null &&
  a.by === b.by &&
  a.day === b.day &&
  Date.parse(b.at) - Date.parse(a.at) < GROUP_MS;

function positionOf(before: boolean, after: boolean): BubblePosition {
  if (before) return after ? "middle" : "last";
  return after ? "first" : "single";
}

interface RowsInput<M, P> {
  messages: readonly M[];
  pending: readonly P[];
  /** Names the writer of a message; null for what stands alone. */
  writerOf: (message: M) => string | null;
  /** The reader, as `writerOf` would name them. */
  self: string;
  /** Whether nothing older exists. While it may, the first message begins no day: what holds the
   * reader's place as older ones come in is the row itself, and a day would move away from it. */
  begins: boolean;
  /** Number of the first message that was new as the room was opened; null when none was. */
  firstUnread: number | null;
}

/** A conversation as it is drawn: days, groups of bubbles, where the unread begins. */
export function toConversationRows<
  M extends Numbered,
  P extends { clientMessageId: string; writtenAt: string },
>({
  messages,
  pending,
  writerOf,
  self,
  begins,
  firstUnread,
}: RowsInput<M, P>): ConversationRow<M, P>[] {
  const entries: Entry<M, P>[] = messages.map((message) => ({
    // The optimistic copy and the real one are the same row: nothing jumps as one becomes the other.
    row: {
      kind: "message",
      id: message.clientMessageId ?? message.messageId,
      message,
      position: "single",
    },
    by: writerOf(message),
    at: message.createdAt,
    day: dayOf(message.createdAt),
  }));
  for (const item of pending) {
    entries.push({
      row: { kind: "pending", id: item.clientMessageId, pending: item, position: "single" },
      by: self,
      at: item.writtenAt,
      day: dayOf(item.writtenAt),
    });
  }
  const rows: ConversationRow<M, P>[] = [];
  let fresh = firstUnread;
  let cut = false;
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    const after = entries[index + 1];
    if (before?.day !== entry.day && (before !== undefined || begins))
      rows.push({ kind: "day", id: `day-${entry.day}`, day: entry.day });
    const seq = entry.row.kind === "message" ? entry.row.message.seq : 0;
    cut = fresh !== null && seq >= fresh;
    if (cut) {
      rows.push({ kind: "unread", id: "unread" });
      fresh = null;
    }
    const nextCut =
      fresh !== null && after?.row.kind === "message" && after.row.message.seq >= fresh;
    const position = positionOf(!cut && joined(before, entry), !nextCut && joined(entry, after));
    rows.push({ ...entry.row, position });
  }
  return rows;
}
