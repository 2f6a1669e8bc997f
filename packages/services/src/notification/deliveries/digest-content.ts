import type { Locale } from "@oto/domain";
import type { Platform } from "../../context";
import { readFacts } from "../catalogue/news-facts";
import type { TextOverride } from "../news-texts";
import { newsText } from "../news-texts";

const REASON = "digests are made for people of all galleries";
/** Lines in one digest; the rest is counted, and in the app anyway. */
const MOST_LINES = 30;

interface DigestContent {
  email: string;
  locale: Locale;
  values: Record<string, string>;
}

/** What a digest tells its reader, oldest first; null once the reader is gone. */
export async function readDigest(
  platform: Platform,
  { digestId, userId }: { digestId: string; userId: string },
  overrides: TextOverride,
): Promise<DigestContent | null> {
  const { rows, total, user } = await platform.database.unsafeSystem(REASON).read(async (tx) => ({
    user: await tx.user.findFirst({
      where: { id: userId, erasedAt: null },
      select: { email: true, firstName: true, locale: true },
    }),
    total: await tx.messageDelivery.count({ where: { digestId } }),
    rows: await tx.messageDelivery.findMany({
      where: { digestId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MOST_LINES,
      select: { type: true, params: true, href: true },
    }),
  }));
  if (!user) return null;
  const locale: Locale = user.locale === "en" ? "en" : "tr";
  const base = platform.env.OTO_GALLERY_URL;
  const lines = rows.flatMap(({ href, params, type }) => {
    const facts = readFacts(params);
    const line = newsText({ type, channel: "app", locale, facts }, overrides);
    return line ? [`• ${line.body}\n  ${new URL(href ?? "/", base).href}`] : [];
  });
  const values = {
    firstName: user.firstName,
    count: String(total),
    items: lines.join("\n"),
    url: new URL("/bildirimler", base).href,
  };
  return { email: user.email, locale, values };
}
