import type { Tx } from "@oto/db";
import type { DealerContext, Platform } from "../context";
import type { HistoryInput } from "./chat.input";
import type { ChatHistoryView } from "./chat.views";
import { messageViews } from "./message.presenter";
import type { MessageRow } from "./message.repo";
import { messageSelect } from "./message.repo";
import { readRoomSides } from "./room.repo";

interface Stretch {
  rows: MessageRow[];
  lastSeq: number;
}

async function readStretch(
  tx: Tx,
  { roomId, afterSeq, beforeSeq, limit }: HistoryInput,
  lastSeq: number,
): Promise<Stretch> {
  const bounds = {
    ...(afterSeq === undefined ? {} : { gt: afterSeq }),
    ...(beforeSeq === undefined ? {} : { lt: beforeSeq }),
  };
  const forward = afterSeq !== undefined;
  const rows = await tx.chatMessage.findMany({
    where: { roomId, seq: bounds },
    orderBy: { seq: forward ? "asc" : "desc" },
    take: limit,
    select: messageSelect,
  });
  return { rows: forward ? rows : rows.reverse(), lastSeq };
}

/** Messages of a room that has been proved to be the caller's. */
export async function historyView(
  platform: Platform,
  { rows, lastSeq }: Stretch,
  { afterSeq = 0, beforeSeq = lastSeq + 1 }: Pick<HistoryInput, "afterSeq" | "beforeSeq">,
): Promise<ChatHistoryView> {
  const first = rows[0]?.seq ?? Math.min(beforeSeq, afterSeq + 1);
  const last = rows.at(-1)?.seq ?? Math.max(afterSeq, beforeSeq - 1);
  return {
    items: await messageViews(platform, rows),
    lastSeq,
    hasBefore: first > 1,
    hasAfter: last < lastSeq,
  };
}

/** Reads a stretch of a room's messages for a member of it. */
export async function readHistory(tx: Tx, input: HistoryInput, memberId: string): Promise<Stretch> {
  const room = await readRoomSides(tx, input.roomId, memberId);
  return readStretch(tx, input, room.lastSeq);
}

/**
 * Messages of a room, oldest first: those after a number, those before one, or the latest.
 * @throws DomainError `chat.not_found`
 */
export async function chatHistory(
  ctx: DealerContext,
  input: HistoryInput,
): Promise<ChatHistoryView> {
  const stretch = await ctx.db.read((tx) => readHistory(tx, input, ctx.gallery.id));
  return historyView(ctx, stretch, input);
}
