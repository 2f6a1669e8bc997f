import { audit } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { DealerContext } from "../context";
import { openCase } from "../support/open-case.service";
import type { ReportInput } from "./chat.input";
import { readRoomSides } from "./room.repo";

const REASON =
  "a report about a conversation goes to the platform; the caller is proved to be in it";

const SUBJECTS = {
  SPAM: "Şikâyet: istenmeyen ileti",
  FRAUD: "Şikâyet: dolandırıcılık şüphesi",
  INSULT: "Şikâyet: hakaret",
  PERSONAL_DATA: "Şikâyet: kişisel veri",
  OTHER: "Şikâyet",
} as const;
const SUBJECTS_EN = {
  SPAM: "Report: unwanted messages",
  FRAUD: "Report: suspected fraud",
  INSULT: "Report: insult",
  PERSONAL_DATA: "Report: personal data",
  OTHER: "Report",
} as const;

/**
 * Tells the platform about a conversation or one message in it: opens a case that its staff see
 * with the conversation. The same thing reported again on the same day is the same case.
 *
 * @throws DomainError `chat.not_found`, `chat.message_not_found`
 */
export async function reportChat(
  ctx: DealerContext,
  { messageId, reason, roomId, text }: ReportInput,
): Promise<{ caseId: string; roomId: string }> {
  const galleryId = ctx.gallery.id;
  const openedById = ctx.identity.userId;
  return ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await readRoomSides(tx, roomId, galleryId);
    if (messageId) {
      const message = await tx.chatMessage.findFirst({
        where: { id: messageId, roomId },
        select: { id: true },
      });
      if (!message) throw new DomainError("chat.message_not_found");
    }
    const subject = (ctx.origin.locale === "en" ? SUBJECTS_EN : SUBJECTS)[reason];
    const day = ctx.now().toISOString().slice(0, 10);
    const opened = await openCase(ctx, tx, {
      kind: "REPORT",
      galleryId,
      openedById,
      category: reason,
      subject,
      text: text || subject,
      aboutRoomId: roomId,
      aboutMessageId: messageId ?? null,
      causeKey: `report:${galleryId}:${messageId ?? roomId}:${day}`,
    });
    if (opened.isNew) {
      await audit(tx, {
        action: "chat.report",
        entityType: "chat_room",
        entityId: roomId,
        galleryId,
        actorId: openedById,
        after: { caseId: opened.caseId, messageId: messageId ?? null, reason },
        ip: ctx.origin.ip,
        requestId: ctx.origin.requestId,
      });
    }
    return { caseId: opened.caseId, roomId: opened.roomId };
  });
}
