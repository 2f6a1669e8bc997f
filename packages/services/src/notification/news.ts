import type { Tx } from "@oto/db";
import type { GalleryPermission } from "@oto/domain";
import { can, GALLERY_ROLES } from "@oto/domain";
import type { Platform } from "../context";
import type { NewsType } from "./catalogue";
import type { NewsFacts } from "./catalogue/message-values";
import { writeDeliveries } from "./deliveries/write-deliveries";
import { appendFeed, wakeScreens } from "./feed";
import { notifyUsers } from "./notify";

/** Something that the people of one gallery are told. */
export interface News {
  /** A kind of the catalogue (`catalogue/`), where its texts and default channels are. */
  type: NewsType;
  galleryId: string;
  facts: NewsFacts;
  /** Ids that screens need besides the texts' values. */
  ids: Record<string, string>;
  /** Path inside the panel. */
  href: string;
  /** Who did it and knows already. */
  exceptUserId?: string | null | undefined;
  /** Whose work it is: members who may do this (`offer:respond` unless said). */
  audience?: GalleryPermission | undefined;
  /** Only these members, whatever they may do. */
  userIds?: readonly string[] | undefined;
}

async function readersOf(tx: Tx, news: News): Promise<string[]> {
  const { audience = "offer:respond", exceptUserId, galleryId, userIds } = news;
  const members = await tx.membership.findMany({
    where: {
      galleryId,
      ...(userIds
        ? { userId: { in: [...userIds] } }
        : { role: { in: GALLERY_ROLES.filter((role) => can(role, audience)) } }),
      ...(exceptUserId ? { NOT: { userId: exceptUserId } } : {}),
    },
    select: { userId: true },
  });
  return members.map(({ userId }) => userId);
}

/**
 * Tells people: in the app at once, and by the channels that each of them wants, when they want it.
 * In the consumer's transaction; senders do the rest.
 *
 * @param occasion what makes it happen once: the id of the event
 */
export async function noteNews(
  platform: Platform,
  tx: Tx,
  { news, occasion }: { news: readonly News[]; occasion: string },
): Promise<void> {
  const told: string[] = [];
  for (const each of news) {
    const userIds = await readersOf(tx, each);
    if (userIds.length === 0) continue;
    const { amount, previousAmount, ...facts } = each.facts;
    const { galleryId, href, type } = each;
    const params = {
      ...each.ids,
      ...facts,
      ...(amount ? { amount: { ...amount } } : {}),
      ...(previousAmount ? { previousAmount: { ...previousAmount } } : {}),
    };
    await notifyUsers(tx, { userIds, galleryId, type, params, href });
    const key = `${occasion}:${type}`;
    await writeDeliveries(tx, { key, type, userIds, galleryId, params, href }, platform.now());
    told.push(galleryId);
  }
  await appendFeed(
    tx,
    told.map((galleryId) => ({ galleryId, type: "notification.created", payload: {} })),
  );
}

/** Wakes the screens of everybody who may have been told, after the commit. */
export async function wakeForNews(
  platform: Platform,
  parties: { buyerGalleryId: string; sellerGalleryId: string },
): Promise<void> {
  await wakeScreens(platform, [parties.buyerGalleryId, parties.sellerGalleryId]);
}
