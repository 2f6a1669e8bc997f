import type { FollowedChatEvent } from "@oto/services/chat";
import {
  chatCounts,
  chatFeedInput,
  chatHistory,
  followChat,
  getRoom,
  historyInput,
  listRooms,
  markReadInput,
  markRoomRead,
  muteInput,
  muteRoom,
  openRoom,
  openRoomInput,
  roomInput,
  roomListInput,
  sendInput,
  sendMessage,
} from "@oto/services/chat";
import { tracked } from "@trpc/server";
import { toTrpcError } from "../../trpc/errors";
import { galleryProcedure, router } from "../../trpc/procedures";

/** The feed as tRPC sends it: a reconnecting client brings back the last number it saw. */
export async function* numberedChat(feed: AsyncIterable<FollowedChatEvent>) {
  try {
    for await (const { seq, event } of feed) yield tracked(seq, event);
  } catch (error) {
    throw toTrpcError(error) ?? error;
  }
}

/** Conversations between galleries, and of a gallery with the platform's support. */
export const chatRouter = router({
  openRoom: galleryProcedure("chat:send")
    .input(openRoomInput)
    .mutation(({ ctx, input }) => openRoom(ctx, input)),
  rooms: galleryProcedure("chat:read")
    .input(roomListInput.prefault({}))
    .query(({ ctx, input }) => listRooms(ctx, input)),
  room: galleryProcedure("chat:read")
    .input(roomInput)
    .query(({ ctx, input }) => getRoom(ctx, input)),
  counts: galleryProcedure("chat:read").query(({ ctx }) => chatCounts(ctx)),
  history: galleryProcedure("chat:read")
    .input(historyInput)
    .query(({ ctx, input }) => chatHistory(ctx, input)),
  send: galleryProcedure("chat:send")
    .input(sendInput)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
  markRead: galleryProcedure("chat:read")
    .input(markReadInput)
    .mutation(({ ctx, input }) => markRoomRead(ctx, input)),
  mute: galleryProcedure("chat:read")
    .input(muteInput)
    .mutation(({ ctx, input }) => muteRoom(ctx, input)),
  /** Everything new in all of the gallery's rooms. Listening has begun by the time it is confirmed. */
  onEvent: galleryProcedure("chat:read")
    .input(chatFeedInput)
    .subscription(async ({ ctx, input, signal }) =>
      numberedChat(await followChat(ctx, input, { signal })),
    ),
});
