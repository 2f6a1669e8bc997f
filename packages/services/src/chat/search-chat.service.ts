import { Prisma } from "@oto/db";
import { z } from "zod";
import type { DealerContext } from "../context";
import type { Page } from "../paging";
import { decodeCursor, toPage } from "../paging";
import type { ChatSearchInput } from "./chat.input";
import type { ChatHitView } from "./chat.views";
import { messageViews } from "./message.presenter";
import { messageSelect } from "./message.repo";
import { likeWords, readRoomSides, roomKind } from "./room.repo";

const REASON =
  "the index of words is not used behind row-level security; the gallery is in the condition";
const cursorTuple = z.tuple([z.iso.datetime(), z.uuid()]);

interface Hit {
  id: string;
  createdAt: Date;
}

/**
 * Messages that hold every word, folded as Turkish is typed on any keyboard, newest first; in one
 * room or in all of the caller's gallery.
 *
 * @throws DomainError `chat.not_found`
 */
export async function searchChat(
  ctx: DealerContext,
  input: ChatSearchInput,
): Promise<Page<ChatHitView>> {
  const self = ctx.gallery.id;
  const { roomId } = input;
  const after = decodeCursor(input.cursor, cursorTuple);
  const inRoom = roomId ? Prisma.sql`and m.room_id = ${roomId}::uuid` : Prisma.empty;
  const older = after
    ? Prisma.sql`and (m.created_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  const { hits, rows, rooms } = await ctx.database.unsafeSystem(REASON).read(async (tx) => {
    if (roomId) await readRoomSides(tx, roomId, self);
    const found = await tx.$queryRaw<Hit[]>`
      select m.id, m.created_at as "createdAt" from chat_message m
      where m.search_text like all (${likeWords(input.q)}::text[])
        and ${self}::uuid in (m.gallery_id, m.peer_gallery_id) ${inRoom} ${older}
      order by m.created_at desc, m.id desc limit ${input.limit + 1}`;
    const messages = await tx.chatMessage.findMany({
      where: { id: { in: found.map(({ id }) => id) } },
      select: messageSelect,
    });
    return {
      hits: found,
      rows: messages,
      rooms: await tx.chatRoom.findMany({
        where: { id: { in: messages.map((message) => message.roomId) } },
        select: {
          id: true,
          kind: true,
          title: true,
          galleryId: true,
          galleryName: true,
          peerName: true,
        },
      }),
    };
  });
  const views = new Map((await messageViews(ctx, rows)).map((view) => [view.messageId, view]));
  const places = new Map(rooms.map((room) => [room.id, room]));
  const page = toPage(hits, input.limit, {
    item: ({ id }): ChatHitView | null => {
      const message = views.get(id);
      const room = message && places.get(message.roomId);
      if (!room) return null;
      const counterpart = room.galleryId === self ? room.peerName : room.galleryName;
      const { kind, title } = room;
      return { message, room: { roomId: room.id, kind: roomKind(kind), title, counterpart } };
    },
    tuple: ({ id, createdAt }) => [createdAt.toISOString(), id],
  });
  return { items: page.items.filter((hit) => hit !== null), nextCursor: page.nextCursor };
}
