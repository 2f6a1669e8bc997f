import { SendRefusedError } from "@oto/adapters";
import type { Tx } from "@oto/db";
import type { Locale } from "@oto/domain";
import { can, GALLERY_ROLES } from "@oto/domain";
import type { Platform } from "../context";
import { appendFeed, wakeScreens } from "./feed";
import type { NewsFacts, NewsType } from "./news-texts";
import { newsLine, newsMessages } from "./news-texts";
import type { NotificationChannel } from "./notification.input";
import { channelsOf } from "./notification-preferences";
import { notifyUsers } from "./notify";

/** Something that the people of one gallery are told. */
export interface News {
  type: NewsType;
  galleryId: string;
  facts: NewsFacts;
  /** Ids that screens need besides the texts' values. */
  ids: Record<string, string>;
  /** Path inside the panel. */
  href: string;
  /** Who did it and knows already. */
  exceptUserId?: string | null | undefined;
}

/** Roles whose people answer offers; the others see them in their lists. */
const ANSWERING = GALLERY_ROLES.filter((role) => can(role, "offer:respond"));

async function readersOf(tx: Tx, { exceptUserId, galleryId }: News) {
  const members = await tx.membership.findMany({
    where: {
      galleryId,
      role: { in: [...ANSWERING] },
      ...(exceptUserId ? { userId: { not: exceptUserId } } : {}),
    },
    select: {
      user: { select: { id: true, firstName: true, email: true, phone: true, locale: true } },
    },
  });
  return members.map(({ user }) => user);
}

type Reader = Awaited<ReturnType<typeof readersOf>>[number];

/** Writes news into the app, in the consumer's transaction. */
export async function noteNews(tx: Tx, news: readonly News[]): Promise<void> {
  const told: string[] = [];
  for (const each of news) {
    const readers = await readersOf(tx, each);
    if (readers.length === 0) continue;
    const { amount, ...facts } = each.facts;
    await notifyUsers(tx, {
      userIds: readers.map(({ id }) => id),
      galleryId: each.galleryId,
      type: each.type,
      params: { ...each.ids, ...facts, ...(amount ? { amount: { ...amount } } : {}) },
      href: each.href,
    });
    told.push(each.galleryId);
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

/** A number or mailbox that refuses for good must not hold the others back. */
async function unlessRefused(platform: Platform, userId: string, send: () => Promise<unknown>) {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof SendRefusedError)) throw error;
    platform.logger.warn({ userId, providerCode: error.code }, "news message refused");
  }
}

interface Sending {
  news: News;
  reader: Reader;
  channels: ReadonlySet<NotificationChannel>;
  key: string;
}

async function sendTo(platform: Platform, { news, reader, channels, key }: Sending): Promise<void> {
  const locale: Locale = reader.locale === "en" ? "en" : "tr";
  const { vehicleTitle } = news.facts;
  const text = newsMessages(newsLine(news.type, news.facts, locale), {
    firstName: reader.firstName,
    locale,
    vehicleTitle,
    url: new URL(news.href, platform.env.OTO_GALLERY_URL).href,
  });
  const { email, sms } = platform.adapters;
  const common = { template: news.type, idempotencyKey: `${key}:${reader.id}` };
  const { phone } = reader;
  if (channels.has("sms") && phone) {
    await unlessRefused(platform, reader.id, () =>
      sms.send({ ...common, to: phone, text: text.sms }),
    );
  }
  if (channels.has("email")) {
    await unlessRefused(platform, reader.id, () =>
      email.send({ ...common, to: reader.email, subject: text.subject, text: text.email }),
    );
  }
}

/**
 * Sends news by the channels that each reader wants, at most once per key and reader however often
 * it runs. Outside of a transaction.
 */
export async function sendNews(
  platform: Platform,
  news: readonly News[],
  key: string,
): Promise<void> {
  const db = platform.database.unsafeSystem("people of both galleries are told about their deal");
  for (const each of news) {
    const { readers, channels } = await db.read(async (tx) => {
      const people = await readersOf(tx, each);
      return {
        readers: people,
        channels: await channelsOf(tx, {
          userIds: people.map(({ id }) => id),
          type: each.type,
        }),
      };
    });
    for (const reader of readers) {
      const wanted = channels.get(reader.id) ?? new Set();
      await sendTo(platform, { news: each, reader, channels: wanted, key });
    }
  }
}
