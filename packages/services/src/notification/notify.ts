import type { Prisma, Tx } from "@oto/db";
import { newId } from "@oto/db";

export interface UserNotice {
  userIds: readonly string[];
  /** The gallery it is about; null for the platform's own staff. */
  galleryId: string | null;
  /** Dotted name that screens choose the text by: `offer.accepted`, `gallery.approved`. */
  type: string;
  /** Values for the text: ids, names, amounts. */
  params?: Prisma.InputJsonObject;
  /** Path inside the app that the reader uses. */
  href?: string | null;
}

/** Writes one in-app notification a person, in the transaction of the cause. */
export async function notifyUsers(tx: Tx, notice: UserNotice): Promise<void> {
  const { userIds, galleryId, type, params = {}, href = null } = notice;
  if (userIds.length === 0) return;
  await tx.notification.createMany({
    data: [...new Set(userIds)].map((userId) => ({
      id: newId(),
      userId,
      galleryId,
      type,
      params,
      href,
    })),
  });
}

/** Ids of everybody who works in a gallery. */
export async function memberIds(tx: Tx, galleryId: string): Promise<string[]> {
  const members = await tx.membership.findMany({ where: { galleryId }, select: { userId: true } });
  return members.map(({ userId }) => userId);
}
