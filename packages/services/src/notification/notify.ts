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

/** Writes one in-app notification a person and notice, in the transaction of the cause. */
export async function notifyAll(tx: Tx, notices: readonly UserNotice[]): Promise<void> {
  const data = notices.flatMap(({ userIds, galleryId, type, params = {}, href = null }) =>
    [...new Set(userIds)].map((userId) => ({ id: newId(), userId, galleryId, type, params, href })),
  );
  if (data.length > 0) await tx.notification.createMany({ data });
}

/** Writes one in-app notification a person, in the transaction of the cause. */
export async function notifyUsers(tx: Tx, notice: UserNotice): Promise<void> {
  await notifyAll(tx, [notice]);
}

/** Ids of everybody who works in a gallery. */
export async function memberIds(tx: Tx, galleryId: string): Promise<string[]> {
  const members = await tx.membership.findMany({ where: { galleryId }, select: { userId: true } });
  return members.map(({ userId }) => userId);
}
