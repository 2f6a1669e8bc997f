import type { Prisma, Tx } from "@oto/db";
import type { GalleryPermission, GalleryRole } from "@oto/domain";
import { can } from "@oto/domain";
import type { Platform } from "../context";
import type { NewsType } from "./catalogue";
import type { NewsFacts } from "./catalogue/message-values";
import { writeDeliveries } from "./deliveries/write-deliveries";
import { appendFeed, wakeScreens } from "./feed";
import { notifyAll } from "./notify";

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

/** News with what makes it happen once: the id of the event. */
export interface Telling {
  readonly news: readonly News[];
  readonly occasion: string;
}

interface Member {
  galleryId: string;
  userId: string;
  role: GalleryRole;
}

async function membersOf(tx: Tx, galleryIds: readonly string[]): Promise<Member[]> {
  return tx.membership.findMany({
    where: { galleryId: { in: [...new Set(galleryIds)] } },
    select: { galleryId: true, userId: true, role: true },
  });
}

function readersOf(members: readonly Member[], news: News): string[] {
  const { audience = "offer:respond", exceptUserId, galleryId, userIds } = news;
  const concerned = ({ role, userId }: Member) =>
    userId !== exceptUserId && (userIds ? userIds.includes(userId) : can(role, audience));
  return members
    .filter((member) => member.galleryId === galleryId && concerned(member))
    .map(({ userId }) => userId);
}

function paramsOf({ facts, ids }: News): Prisma.InputJsonObject {
  const { amount, previousAmount, ...others } = facts;
  return {
    ...ids,
    ...others,
    ...(amount ? { amount: { ...amount } } : {}),
    ...(previousAmount ? { previousAmount: { ...previousAmount } } : {}),
  };
}

/**
 * Tells people of many things at once: in the app at once, and by the channels that each of them
 * wants, when they want it. In the consumer's transaction, in a fixed number of statements; senders
 * do the rest.
 */
export async function noteAllNews(
  platform: Platform,
  tx: Tx,
  tellings: readonly Telling[],
): Promise<void> {
  const news = tellings.flatMap((telling) =>
    telling.news.map((each) => ({ each, occasion: telling.occasion })),
  );
  if (news.length === 0) return;
  const members = await membersOf(
    tx,
    news.map(({ each }) => each.galleryId),
  );
  const told = news.flatMap(({ each, occasion }) => {
    const { galleryId, href, type } = each;
    const userIds = readersOf(members, each);
    if (userIds.length === 0) return [];
    return { key: `${occasion}:${type}`, userIds, galleryId, type, params: paramsOf(each), href };
  });
  await notifyAll(tx, told);
  await writeDeliveries(tx, told, platform.now());
  await appendFeed(
    tx,
    told.map(({ galleryId }) => ({ galleryId, type: "notification.created", payload: {} })),
  );
}

/** Tells people of what one event brought: see `noteAllNews`. */
export async function noteNews(platform: Platform, tx: Tx, telling: Telling): Promise<void> {
  await noteAllNews(platform, tx, [telling]);
}

/** Wakes the screens of everybody who may have been told, after the commit. */
export async function wakeForNews(
  platform: Platform,
  parties: { buyerGalleryId: string; sellerGalleryId: string },
): Promise<void> {
  await wakeScreens(platform, [parties.buyerGalleryId, parties.sellerGalleryId]);
}
