import type { Tx } from "@oto/db";
import { can, GALLERY_ROLES, PLATFORM_ROLES } from "@oto/domain";
import type { EventOf } from "@oto/events";
import type { Platform } from "../context";
import { writeDeliveries } from "./deliveries/write-deliveries";
import { wakeScreens } from "./feed";
import { noteNews } from "./news";
import { notifyUsers } from "./notify";

/** Roles whose people write; the others see conversations in their lists. */
const WRITING = GALLERY_ROLES.filter((role) => can(role, "chat:send"));

type Waiting = EventOf<"chat.message_waiting">["payload"];

/** Path of a conversation inside the panel. */
const roomHref = (roomId: string): string => `/mesajlar/${roomId}`;

/** Who wrote to a gallery, and about what. */
async function whoWrote(
  tx: Tx,
  { roomId, galleryId }: Pick<Waiting, "roomId" | "galleryId">,
): Promise<{ counterpart: string; vehicleTitle: string | undefined } | null> {
  const room = await tx.chatRoom.findUnique({
    where: { id: roomId },
    select: { galleryId: true, galleryName: true, peerName: true, title: true, vehicleId: true },
  });
  if (!room) return null;
  const counterpart = room.galleryId === galleryId ? room.peerName : room.galleryName;
  return { counterpart, vehicleTitle: room.vehicleId ? (room.title ?? undefined) : undefined };
}

/** Everybody of a gallery who writes and has neither read so far nor muted the room. */
async function readersOf(
  tx: Tx,
  about: { roomId: string; galleryId: string; seq: number; now: Date },
): Promise<string[]> {
  const { galleryId, now, roomId, seq } = about;
  const members = await tx.membership.findMany({
    where: { galleryId, role: { in: [...WRITING] } },
    select: { userId: true },
  });
  const readers = await tx.chatReader.findMany({
    where: { roomId, OR: [{ readSeq: { gte: seq } }, { mutedUntil: { gt: now } }] },
    select: { userId: true },
  });
  const informed = new Set(readers.map(({ userId }) => userId));
  return members.flatMap(({ userId }) => (informed.has(userId) ? [] : [userId]));
}

/** Notes in the app that messages wait, in the consumer's transaction: one line a burst and person. */
export async function noteChatWaiting(
  platform: Platform,
  tx: Tx,
  { eventId, payload }: { eventId: string; payload: Waiting },
): Promise<void> {
  const { galleryId, roomId, seq } = payload;
  const wrote = await whoWrote(tx, payload);
  if (!wrote) return;
  const userIds = await readersOf(tx, { roomId, galleryId, seq, now: platform.now() });
  const facts = { ...wrote, ...(wrote.vehicleTitle ? { reason: "VEHICLE" } : {}) };
  await noteNews(platform, tx, {
    news: [
      {
        type: "chat.message",
        galleryId,
        facts,
        ids: { roomId },
        href: roomHref(roomId),
        userIds,
      },
    ],
    occasion: eventId,
  });
}

/** Wakes the screens of the gallery that was told, after the commit. */
export async function wakeForChatWaiting(
  platform: Platform,
  { payload }: { payload: Waiting },
): Promise<void> {
  await wakeScreens(platform, [payload.galleryId]);
}

/**
 * Has the people of a gallery told by other channels that messages wait, in the consumer's
 * transaction. Whoever read them meanwhile, or does not want to hear of the room, is left alone.
 */
export async function remindOfChat(
  platform: Platform,
  tx: Tx,
  { eventId, payload }: { eventId: string; payload: EventOf<"chat.unread_reminded">["payload"] },
): Promise<void> {
  const { galleryId, roomId, seq } = payload;
  const wrote = await whoWrote(tx, payload);
  const member = await tx.chatMember.findUnique({
    where: { roomId_memberId: { roomId, memberId: galleryId } },
    select: { readSeq: true },
  });
  if (!wrote || !member || member.readSeq >= seq) return;
  const now = platform.now();
  const userIds = await readersOf(tx, { roomId, galleryId, seq, now });
  const count = await tx.chatMessage.count({
    where: {
      roomId,
      seq: { gt: member.readSeq },
      kind: "TEXT",
      deletedAt: null,
      OR: [{ senderGalleryId: null }, { senderGalleryId: { not: galleryId } }],
    },
  });
  if (userIds.length === 0 || count === 0) return;
  const params = { roomId, counterpart: wrote.counterpart, count };
  const about = { type: "chat.unread", userIds, galleryId, params, href: roomHref(roomId) };
  await writeDeliveries(tx, [{ key: `${eventId}:chat.unread`, ...about }], now);
}

/** Notes for the staff who answer that a case was opened, in the consumer's transaction. */
export async function noteSupportCase(
  tx: Tx,
  { payload }: { payload: EventOf<"support.case_opened">["payload"] },
): Promise<void> {
  const opened = await tx.supportCase.findUnique({
    where: { id: payload.caseId },
    select: { subject: true },
  });
  const gallery = await tx.gallery.findUnique({
    where: { id: payload.galleryId },
    select: { name: true },
  });
  if (!opened || !gallery) return;
  const staff = await tx.user.findMany({
    where: { platformRole: { in: PLATFORM_ROLES.filter((role) => can(role, "support:answer")) } },
    select: { id: true },
  });
  await notifyUsers(tx, {
    userIds: staff.map(({ id }) => id),
    galleryId: null,
    type: "support.opened",
    params: { galleryName: gallery.name, name: opened.subject },
    href: `/destek/${payload.caseId}`,
  });
}
