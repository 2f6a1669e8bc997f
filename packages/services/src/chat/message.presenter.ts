import type { ChatFileKind, ChatMessageKind, MediaStatus } from "@oto/domain";
import { PLATFORM_MEMBER } from "@oto/domain";
import type { Platform } from "../context";
import { readVariants } from "../media/media.view";
import type { AttachmentRow } from "./attachment.repo";
import type {
  ChatAttachmentView,
  ChatMessageView,
  ChatSenderView,
  ChatSystemLine,
} from "./chat.views";
import type { MessageRow } from "./message.repo";
import { cardsOf } from "./message-cards.repo";

/** How long a private file's URL can be fetched, seconds. */
const URL_TTL_S = 3_600;

/** A file with URLs that run out. */
export async function attachmentView(
  { adapters }: Platform,
  row: AttachmentRow,
): Promise<ChatAttachmentView> {
  const { contentType, failureReason, fileName, height, placeholder, size, width } = row;
  const ready = row.status === "READY";
  const variants = ready ? readVariants(row.variants) : [];
  return {
    attachmentId: row.id,
    kind: row.kind as ChatFileKind,
    status: row.status as MediaStatus,
    fileName,
    contentType,
    size,
    width,
    height,
    placeholder,
    variants: await Promise.all(
      variants.map(async ({ key, ...variant }) => ({
        ...variant,
        url: await adapters.storage.signedUrl(key, URL_TTL_S),
      })),
    ),
    url:
      ready && row.kind === "PDF"
        ? await adapters.storage.signedUrl(row.originalKey, URL_TTL_S)
        : null,
    failureReason,
  };
}

function senderOf(row: MessageRow): ChatSenderView | null {
  if (row.kind === "SYSTEM") return null;
  return { galleryId: row.senderGalleryId, userId: row.senderId, name: row.senderName };
}

/** A stored system line. */
export const systemLine = (system: unknown): ChatSystemLine | null =>
  system as ChatSystemLine | null;

/**
 * Messages as anybody in their rooms sees them, the same for both sides. What stands on cards and
 * in files is read for all of them at once, and only where there is any.
 */
export async function messageViews(
  platform: Platform,
  rows: readonly MessageRow[],
): Promise<ChatMessageView[]> {
  const cards = await cardsOf(platform, rows);
  return Promise.all(
    rows.map(async (row) => ({
      messageId: row.id,
      roomId: row.roomId,
      seq: row.seq,
      kind: row.kind as ChatMessageKind,
      sender: senderOf(row),
      clientMessageId: row.kind === "SYSTEM" ? null : row.clientMessageId,
      text: row.text,
      attachments: await Promise.all(
        (cards.files.get(row.id) ?? []).map((file) => attachmentView(platform, file)),
      ),
      vehicle: cards.vehicleFor(row, [row.galleryId, row.peerGalleryId ?? PLATFORM_MEMBER]),
      offer: row.deletedAt || !row.offerId ? null : (cards.offers.get(row.offerId) ?? null),
      system: systemLine(row.system),
      editedAt: row.editedAt?.toISOString() ?? null,
      deletedAt: row.deletedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    })),
  );
}
