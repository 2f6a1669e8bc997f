import type { Prisma, Tx } from "@oto/db";
import type { Locale } from "@oto/domain";
import { z } from "zod";
import type { SessionContext } from "../context";
import { decodeCursor, toPage } from "../paging";
import { readFacts } from "./catalogue/news-facts";
import type { TextOverride } from "./news-texts";
import { newsText } from "./news-texts";
import type { NotificationListInput, NotificationMarkReadInput } from "./notification.input";
import type {
  NotificationListView,
  NotificationUnreadView,
  NotificationView,
} from "./notification.views";
import { textOverrides } from "./text-overrides";

const REASON = "notifications belong to people; staff have them without a gallery";

/** What the caller may read: their own, of the gallery they act for now or of none. */
function ownOf(ctx: SessionContext): Prisma.NotificationWhereInput {
  const { gallery, userId } = ctx.identity;
  const ofGallery = gallery ? [{ galleryId: gallery.id }] : [];
  return { userId, OR: [{ galleryId: null }, ...ofGallery] };
}

function textOf(type: string, params: unknown, words: Words): string | null {
  const { locale, overrides } = words;
  const request = { type, channel: "app", locale, facts: readFacts(params) } as const;
  return newsText(request, overrides)?.body ?? null;
}

interface Words {
  locale: Locale;
  overrides: TextOverride;
}

interface Row {
  id: string;
  type: string;
  params: unknown;
  href: string | null;
  readAt: Date | null;
  createdAt: Date;
}

function viewOf(row: Row, words: Words): NotificationView {
  const { href, id, type } = row;
  const params = z.record(z.string(), z.unknown()).safeParse(row.params);
  return {
    id,
    type,
    params: params.success ? params.data : {},
    text: textOf(type, row.params, words),
    href,
    readAt: row.readAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

const countUnread = (ctx: SessionContext, tx: Tx): Promise<number> =>
  tx.notification.count({ where: { ...ownOf(ctx), readAt: null } });

const cursorTuple = z.tuple([z.iso.datetime(), z.uuid()]);

/** What the caller has been told, newest first, with the number of unread ones. */
export async function listNotifications(
  ctx: SessionContext,
  input: NotificationListInput,
): Promise<NotificationListView> {
  const { cursor, limit, unreadOnly } = input;
  const after = decodeCursor(cursor, cursorTuple);
  const before: Prisma.NotificationWhereInput[] = after
    ? [{ OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }]
    : [];
  const { rows, unread } = await ctx.database.unsafeSystem(REASON).read(
    async (tx) => ({
      rows: await tx.notification.findMany({
        where: { ...ownOf(ctx), AND: before, ...(unreadOnly ? { readAt: null } : {}) },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        select: { id: true, type: true, params: true, href: true, readAt: true, createdAt: true },
      }),
      unread: await countUnread(ctx, tx),
    }),
    { intent: "list" },
  );
  const words = { locale: ctx.origin.locale, overrides: await textOverrides(ctx) };
  const page = toPage(rows, limit, {
    item: (row) => viewOf(row, words),
    tuple: (row) => [row.createdAt.toISOString(), row.id],
  });
  return { ...page, unread };
}

/** Marks notifications as read: the named ones of the caller's, or all. Foreign ids do nothing. */
export async function markRead(
  ctx: SessionContext,
  input: NotificationMarkReadInput,
): Promise<NotificationUnreadView> {
  return ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.notification.updateMany({
      where: {
        ...ownOf(ctx),
        readAt: null,
        ...(input.ids ? { id: { in: input.ids } } : {}),
      },
      data: { readAt: ctx.now() },
    });
    return { unread: await countUnread(ctx, tx) };
  });
}
