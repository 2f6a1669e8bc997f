import {
  CHAT_ROOM_KINDS,
  chatTextField,
  MAX_CHAT_ATTACHMENTS,
  MAX_CHAT_TEXT,
  REPORT_REASONS,
} from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

const roomId = z.uuid();
const seq = z.int().min(0).max(2_147_483_647);

/**
 * Input of `chat.openRoom`: over another gallery's vehicle (`vehicleId`), over an own one with a
 * buyer (`vehicleId` and `galleryId`), about a negotiation (`offerId`), or with a gallery.
 */
export const openRoomInput = z
  .strictObject({
    vehicleId: z.uuid().optional(),
    offerId: z.uuid().optional(),
    galleryId: z.uuid().optional(),
  })
  .refine(({ vehicleId, offerId, galleryId }) => vehicleId ?? offerId ?? galleryId, {
    message: "validation.required",
    path: ["galleryId"],
  });
export type OpenRoomInput = z.infer<typeof openRoomInput>;

/** Input of `chat.room` and of everything else that needs the room alone. */
export const roomInput = z.strictObject({ roomId });
export type RoomInput = z.infer<typeof roomInput>;

/** Input of `chat.send`; at least one of text, files and cards. */
export const sendInput = z
  .strictObject({
    roomId,
    /** Made by the client, once a message: sent again it gives the same message. */
    clientMessageId: z.string().min(1).max(64),
    text: z.union([z.literal("").transform(() => undefined), chatTextField]).optional(),
    attachmentIds: z.array(z.uuid()).max(MAX_CHAT_ATTACHMENTS).optional(),
    /** A vehicle that the sender's gallery owns or sees on the market. */
    vehicleId: z.uuid().optional(),
    /** A negotiation between the two galleries of the room. */
    offerId: z.uuid().optional(),
  })
  .refine(
    ({ text, attachmentIds, vehicleId, offerId }) =>
      text ?? attachmentIds?.[0] ?? vehicleId ?? offerId,
    { message: "validation.required", path: ["text"] },
  );
export type SendInput = z.infer<typeof sendInput>;

/** Input of `chat.history`: after a number oldest first, otherwise the latest before one. */
export const historyInput = z.strictObject({
  roomId,
  afterSeq: seq.optional(),
  beforeSeq: seq.optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type HistoryInput = z.infer<typeof historyInput>;

/** Input of `chat.markRead`: everything up to a number. */
export const markReadInput = z.strictObject({ roomId, seq });
export type MarkReadInput = z.infer<typeof markReadInput>;

export const CHAT_FILTERS = ["ALL", "UNREAD", ...CHAT_ROOM_KINDS] as const;
/** Input of `chat.rooms`, the latest message first. */
export const roomListInput = z.strictObject({
  ...pageFields,
  filter: z.enum(CHAT_FILTERS).default("ALL"),
  /** Words of the other gallery's name or of the room's title. */
  q: z.string().trim().max(100).optional(),
  vehicleId: z.uuid().optional(),
});
export type RoomListInput = z.infer<typeof roomListInput>;

/** Input of `chat.onEvent`: the number of the last event that the client has seen. */
export const chatFeedInput = z
  .strictObject({
    lastEventId: z
      .string()
      .max(18)
      .regex(/^\d{1,18}$/)
      .nullish(),
  })
  .optional();
export type ChatFeedInput = z.infer<typeof chatFeedInput>;

/** Input of `chat.edit`. */
export const editMessageInput = z.strictObject({ messageId: z.uuid(), text: chatTextField });
export type EditMessageInput = z.infer<typeof editMessageInput>;

/** Input of `chat.remove`. */
export const messageInput = z.strictObject({ messageId: z.uuid() });
export type MessageInput = z.infer<typeof messageInput>;

/** Input of `chat.search`: in one room or in all of the gallery's. */
export const chatSearchInput = z.strictObject({
  ...pageFields,
  q: z.string().trim().min(2).max(100),
  roomId: roomId.optional(),
});
export type ChatSearchInput = z.infer<typeof chatSearchInput>;

/** Input of `chat.mute`: until an instant, or no longer (null). */
export const muteInput = z.strictObject({ roomId, until: z.iso.datetime().nullable() });
export type MuteInput = z.infer<typeof muteInput>;

/** Input of `chat.block`: the other gallery of a room. */
export const blockInput = z.strictObject({ roomId, blocked: z.boolean() });
export type BlockInput = z.infer<typeof blockInput>;

/** Input of `chat.report`: a room, or one message in it. */
export const reportInput = z.strictObject({
  roomId,
  messageId: z.uuid().optional(),
  reason: z.enum(REPORT_REASONS),
  text: z.string().trim().max(MAX_CHAT_TEXT).optional(),
});
export type ReportInput = z.infer<typeof reportInput>;

/** Input of `chat.createUpload`. Its limits have reasons of their own. */
export const chatUploadInput = z.strictObject({
  roomId,
  fileName: z.string().trim().min(1).max(255),
  contentType: z
    .string()
    .max(100)
    .transform((type) => type.trim().toLowerCase()),
  /** Exact bytes. */
  size: z
    .int()
    .min(1)
    .max(2 ** 40),
});
export type ChatUploadInput = z.infer<typeof chatUploadInput>;

/** Input of `chat.completeUpload` and `chat.attachment`. */
export const attachmentInput = z.strictObject({ attachmentId: z.uuid() });
export type AttachmentInput = z.infer<typeof attachmentInput>;
