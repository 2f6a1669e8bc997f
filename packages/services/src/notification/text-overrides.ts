import type { TemplateText } from "@oto/domain";
import type { Platform } from "../context";
import type { TextOverride } from "./news-texts";

const REASON = "texts of messages are the platform's";
const TTL_MS = 60_000;

/** What a saved template invalidates. */
export const TEXTS_TAG = "message-texts";

type Stored = Record<string, TemplateText>;

const nameOf = (type: string, channel: string, locale: string) => `${type} ${channel} ${locale}`;

/** The newest version of every text that staff wrote. */
async function readTexts(platform: Platform): Promise<Stored> {
  const rows = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.messageTemplate.findMany({
      distinct: ["type", "channel", "locale"],
      orderBy: { version: "desc" },
      select: { type: true, channel: true, locale: true, subject: true, body: true },
    }),
  );
  return Object.fromEntries(
    rows.flatMap(({ body, channel, locale, subject, type }) =>
      body === null ? [] : [[nameOf(type, channel, locale), { subject, body }]],
    ),
  );
}

/** Texts that staff wrote instead of the platform's own, as every process sees them. */
export async function textOverrides(platform: Platform): Promise<TextOverride> {
  const stored = await platform.adapters.cache.getOrLoad(
    "message-texts",
    { ttlMs: TTL_MS, tags: [TEXTS_TAG] },
    () => readTexts(platform),
  );
  return (type, channel, locale) => {
    const name = nameOf(type, channel, locale);
    return Object.hasOwn(stored, name) ? stored[name] : undefined;
  };
}
