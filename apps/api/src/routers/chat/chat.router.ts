import type { FollowedChatEvent } from "@oto/services/chat";
import {
  attachmentInput,
  blockGallery,
  blockInput,
  chatAttachment,
  chatCounts,
  chatFeedInput,
  chatHistory,
  chatSearchInput,
  chatUploadInput,
  completeChatUpload,
  createChatUpload,
  editMessage,
  editMessageInput,
  followChat,
  getRoom,
  historyInput,
  listBlocks,
  listRooms,
  markReadInput,
  markRoomRead,
  messageInput,
  muteInput,
  muteRoom,
  openRoom,
  openRoomInput,
  removeMessage,
  reportChat,
  reportInput,
  roomInput,
  roomListInput,
  searchChat,
  sendInput,
  sendMessage,
  typing,
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
  edit: galleryProcedure("chat:send")
    .input(editMessageInput)
    .mutation(({ ctx, input }) => editMessage(ctx, input)),
  remove: galleryProcedure("chat:send")
    .input(messageInput)
    .mutation(({ ctx, input }) => removeMessage(ctx, input)),
  search: galleryProcedure("chat:read")
    .input(chatSearchInput)
    .query(({ ctx, input }) => searchChat(ctx, input)),
  typing: galleryProcedure("chat:send")
    .input(roomInput)
    .mutation(({ ctx, input }) => typing(ctx, input)),
  createUpload: galleryProcedure("chat:send")
    .input(chatUploadInput)
    .mutation(({ ctx, input }) => createChatUpload(ctx, input)),
  completeUpload: galleryProcedure("chat:send")
    .input(attachmentInput)
    .mutation(({ ctx, input }) => completeChatUpload(ctx, input)),
  attachment: galleryProcedure("chat:read")
    .input(attachmentInput)
    .query(({ ctx, input }) => chatAttachment(ctx, input)),
  block: galleryProcedure("chat:block")
    .input(blockInput)
    .mutation(({ ctx, input }) => blockGallery(ctx, input)),
  blocks: galleryProcedure("chat:read").query(({ ctx }) => listBlocks(ctx)),
  report: galleryProcedure("chat:send")
    .input(reportInput)
    .mutation(({ ctx, input }) => reportChat(ctx, input)),
  /** Everything new in all of the gallery's rooms. Listening has begun by the time it is confirmed. */
  onEvent: galleryProcedure("chat:read")
    .input(chatFeedInput)
    .subscription(async ({ ctx, input, signal }) =>
      numberedChat(await followChat(ctx, input, { signal })),
    ),
});
