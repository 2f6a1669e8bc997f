import type { Tx } from "@oto/db";
import { newId, publish } from "@oto/db";
import type { SupportKind } from "@oto/domain";
import { chatName, chatRoomKey } from "@oto/domain";
import { holdRoom, writeMessage } from "../chat/message.repo";
import { ensureRoom } from "../chat/room.repo";
import type { DealerContext, Platform } from "../context";
import type { SupportOpenInput } from "./support.input";
import { caseView } from "./support.presenter";
import type { SupportCaseView } from "./support.views";
import { caseSelect } from "./support-case.repo";

const REASON = "a case is shared by a gallery and the platform";

export interface NewCase {
  kind: SupportKind;
  galleryId: string;
  openedById: string;
  category: string;
  subject: string;
  /** The first message. */
  text: string;
  aboutRoomId?: string | null;
  aboutMessageId?: string | null;
  reservationId?: string | null;
  /** The same cause opens one case only. */
  causeKey?: string | null;
}

/** Puts the first words into the case's room, in the name of who opened it. */
async function writeOpening(
  platform: Platform,
  tx: Tx,
  { roomId, wanted }: { roomId: string; wanted: NewCase },
): Promise<void> {
  const room = await holdRoom(tx, { roomId, userId: wanted.openedById });
  if (!room) throw new Error("a case has a room");
  const { firstName, lastName } = room;
  await writeMessage(platform, tx, {
    room,
    message: {
      kind: "TEXT",
      memberId: wanted.galleryId,
      senderGalleryId: wanted.galleryId,
      senderId: wanted.openedById,
      senderName:
        firstName === null || lastName === null ? null : chatName({ firstName, lastName }),
      clientMessageId: roomId,
      text: wanted.text,
      fileCount: 0,
      vehicleId: null,
      offerId: null,
      system: null,
    },
  });
}

/**
 * Opens a case with its room and its first message, and tells the staff. A cause that has a case
 * already gets that one.
 */
export async function openCase(
  platform: Platform,
  tx: Tx,
  wanted: NewCase,
): Promise<{ caseId: string; roomId: string; isNew: boolean }> {
  const causeKey = wanted.causeKey ?? null;
  const known = causeKey
    ? await tx.supportCase.findUnique({ where: { causeKey }, select: { id: true, roomId: true } })
    : null;
  if (known) return { caseId: known.id, roomId: known.roomId, isNew: false };
  const { aboutMessageId, aboutRoomId, category, galleryId, kind, openedById, subject } = wanted;
  const caseId = newId();
  const now = platform.now();
  const roomId = await ensureRoom(platform, tx, {
    kind: "SUPPORT",
    key: chatRoomKey({ kind: "SUPPORT", caseId }),
    galleryId,
    peerGalleryId: null,
    title: subject,
  });
  await tx.supportCase.createMany({
    data: {
      ...{ id: caseId, roomId, galleryId, openedById, kind, category, subject, causeKey },
      aboutRoomId: aboutRoomId ?? null,
      aboutMessageId: aboutMessageId ?? null,
      reservationId: wanted.reservationId ?? null,
      createdAt: now,
      updatedAt: now,
    },
  });
  await writeOpening(platform, tx, { roomId, wanted });
  await publish(tx, {
    name: "support.case_opened",
    aggregateId: caseId,
    galleryId,
    payload: { caseId, galleryId },
  });
  return { caseId, roomId, isNew: true };
}

/** A gallery's member writes to the platform. */
export async function openSupportCase(
  ctx: DealerContext,
  input: SupportOpenInput,
): Promise<SupportCaseView> {
  const row = await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const { caseId } = await openCase(ctx, tx, {
      ...input,
      kind: "QUESTION",
      galleryId: ctx.gallery.id,
      openedById: ctx.identity.userId,
    });
    return tx.supportCase.findUniqueOrThrow({ where: { id: caseId }, select: caseSelect });
  });
  return caseView(row);
}
