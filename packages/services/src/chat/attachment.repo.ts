import type { Prisma, Tx } from "@oto/db";
import { DomainError } from "@oto/domain";

/** Columns that an attachment's view is made of. */
export const attachmentSelect = {
  id: true,
  messageId: true,
  kind: true,
  status: true,
  fileName: true,
  contentType: true,
  size: true,
  originalKey: true,
  width: true,
  height: true,
  placeholder: true,
  variants: true,
  failureReason: true,
} as const satisfies Prisma.ChatAttachmentSelect;

export type AttachmentRow = Prisma.ChatAttachmentGetPayload<{ select: typeof attachmentSelect }>;

/**
 * Makes uploaded files part of a message, in the order given. Each belongs to one message, and only
 * whoever uploaded it sends it.
 *
 * @throws DomainError `chat.attachment_unusable`
 */
export async function attachFiles(
  tx: Tx,
  about: { roomId: string; messageId: string; attachmentIds: readonly string[]; userId: string },
): Promise<void> {
  const { attachmentIds, messageId, roomId, userId } = about;
  const attached = await tx.$executeRaw`
    update chat_attachment a set message_id = ${messageId}::uuid, position = wanted.ord - 1
    from unnest(${[...attachmentIds]}::uuid[]) with ordinality as wanted (id, ord)
    where a.id = wanted.id and a.room_id = ${roomId}::uuid and a.uploader_id = ${userId}::uuid
      and a.message_id is null and a.status in ('PROCESSING', 'READY')`;
  if (attached !== new Set(attachmentIds).size || attached !== attachmentIds.length) {
    throw new DomainError("chat.attachment_unusable");
  }
}
