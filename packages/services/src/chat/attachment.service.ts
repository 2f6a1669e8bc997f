import { StorageUnavailableError } from "@oto/adapters";
import { newId, publish } from "@oto/db";
import type { ChatFileKind } from "@oto/domain";
import { CHAT_FILE_TYPES, DomainError, MAX_CHAT_FILE_BYTES } from "@oto/domain";
import type { DealerContext, Platform } from "../context";
import { attachmentSelect } from "./attachment.repo";
import type { AttachmentInput, ChatUploadInput } from "./chat.input";
import type { ChatAttachmentView, ChatUploadView } from "./chat.views";
import type { ActorContext } from "./chat-actor";
import { dealerActor } from "./chat-actor";
import { attachmentView } from "./message.presenter";
import { readRoomSides, roomsOfMember } from "./room.repo";

const REASON = "a file of a conversation belongs to both of its sides; the caller is one of them";
export const CHAT_FILES_PREFIX = "private/chat/";
const UPLOAD_WINDOW_S = 3_600;
/** Files of one person that no message has yet. */
const MAX_LOOSE = 50;

/** Everything of one file lies below it. */
export const chatFilePrefix = (roomId: string, attachmentId: string): string =>
  `${CHAT_FILES_PREFIX}${roomId}/${attachmentId}/`;

/** @throws DomainError `media.type_not_allowed`, `media.too_large` */
function kindFor({ contentType, size }: ChatUploadInput): ChatFileKind {
  const known = Object.entries(CHAT_FILE_TYPES).find(([type]) => type === contentType);
  if (!known) throw new DomainError("media.type_not_allowed");
  if (size > MAX_CHAT_FILE_BYTES) {
    throw new DomainError("media.too_large", { maxMb: MAX_CHAT_FILE_BYTES / 1024 / 1024 });
  }
  return known[1];
}

/** Makes room for a file of either a gallery's member or the platform's staff. */
export async function createChatUploadAs(
  { platform, actor }: ActorContext,
  input: ChatUploadInput,
): Promise<ChatUploadView> {
  const kind = kindFor(input);
  const { contentType, fileName, roomId, size } = input;
  const attachmentId = newId();
  const key = `${chatFilePrefix(roomId, attachmentId)}original`;
  await platform.database.unsafeSystem(REASON).write(async (tx) => {
    const { galleryId, peerGalleryId } = await readRoomSides(tx, roomId, actor.memberId);
    const loose = { uploaderId: actor.userId, messageId: null };
    if ((await tx.chatAttachment.count({ where: loose })) >= MAX_LOOSE) {
      throw new DomainError("media.too_many", { max: MAX_LOOSE });
    }
    const about = { id: attachmentId, roomId, galleryId, peerGalleryId, uploaderId: actor.userId };
    const file = { kind, fileName, contentType, size, originalKey: key };
    await tx.chatAttachment.createMany({
      data: { ...about, ...file, createdAt: platform.now() },
    });
  });
  const { expiresAt, headers, method, url } = await platform.adapters.storage.createUpload({
    key,
    contentType,
    size,
    expiresInS: UPLOAD_WINDOW_S,
  });
  return { attachmentId, upload: { method, url, headers: { ...headers }, expiresAt } };
}

async function storedSize(platform: Platform, key: string): Promise<number | undefined> {
  try {
    return (await platform.adapters.storage.stat(key))?.size;
  } catch (error) {
    if (error instanceof StorageUnavailableError) throw new DomainError("system.unavailable");
    throw error;
  }
}

/** Hands an uploaded file to the workers, which look at what it really is. */
export async function completeChatUploadAs(
  { platform, actor }: ActorContext,
  { attachmentId }: AttachmentInput,
): Promise<ChatAttachmentView> {
  const db = platform.database.unsafeSystem(REASON);
  const mine = { id: attachmentId, uploaderId: actor.userId, room: roomsOfMember(actor.memberId) };
  const select = { ...attachmentSelect, roomId: true };
  const known = await db.read((tx) => tx.chatAttachment.findFirst({ where: mine, select }));
  if (!known) throw new DomainError("chat.attachment_not_found");
  if (known.status !== "PENDING") return attachmentView(platform, known);
  const size = await storedSize(platform, known.originalKey);
  if (size !== known.size) throw new DomainError("media.not_uploaded");
  const row = await db.write(async (tx) => {
    const { count } = await tx.chatAttachment.updateMany({
      where: { id: attachmentId, status: "PENDING" },
      data: { status: "PROCESSING" },
    });
    if (count > 0) {
      await publish(tx, {
        name: "chat.attachment_uploaded",
        aggregateId: attachmentId,
        galleryId: actor.galleryId,
        payload: { attachmentId, roomId: known.roomId },
      });
    }
    return tx.chatAttachment.findUniqueOrThrow({ where: { id: attachmentId }, select });
  });
  return attachmentView(platform, row);
}

/** A file of a room, with URLs that can be fetched from now on. */
export async function readAttachmentAs(
  { platform, actor }: ActorContext,
  { attachmentId }: AttachmentInput,
): Promise<ChatAttachmentView> {
  const row = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.chatAttachment.findFirst({
      where: {
        id: attachmentId,
        room: roomsOfMember(actor.memberId),
        // What is not sent yet is the business of who uploads it; what was deleted is nobody's.
        OR: [{ message: { deletedAt: null } }, { messageId: null, uploaderId: actor.userId }],
      },
      select: attachmentSelect,
    }),
  );
  if (!row) throw new DomainError("chat.attachment_not_found");
  return attachmentView(platform, row);
}

const who = (ctx: DealerContext): ActorContext => ({ platform: ctx, actor: dealerActor(ctx) });

/**
 * Makes room for a picture or document and tells the browser where to put its file.
 * @throws DomainError `chat.not_found`, `media.type_not_allowed`, `media.too_large`,
 * `media.too_many`
 */
export const createChatUpload = (
  ctx: DealerContext,
  input: ChatUploadInput,
): Promise<ChatUploadView> => createChatUploadAs(who(ctx), input);

/**
 * States that the file has arrived; from now on it can be sent. Said twice, it answers with the
 * state the file has reached.
 * @throws DomainError `chat.attachment_not_found`, `media.not_uploaded`, `system.unavailable`
 */
export const completeChatUpload = (
  ctx: DealerContext,
  input: AttachmentInput,
): Promise<ChatAttachmentView> => completeChatUploadAs(who(ctx), input);

/**
 * A file anew, when its URLs have run out.
 * @throws DomainError `chat.attachment_not_found`
 */
export const chatAttachment = (
  ctx: DealerContext,
  input: AttachmentInput,
): Promise<ChatAttachmentView> => readAttachmentAs(who(ctx), input);
