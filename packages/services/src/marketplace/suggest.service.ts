import type { Suggestion } from "@oto/adapters";
import type { Db } from "@oto/db";
import { Prisma } from "@oto/db";
import { fold } from "@oto/domain";
import type { DealerContext, Platform, PublicContext } from "../context";
import { containing, foldedColumn } from "../folded-text";
import type { SuggestInput } from "./marketplace.input";
import type { SuggestView } from "./marketplace.views";

const REASON = "names of galleries are suggested to all others";
const MOST_GALLERIES = 3;
const MOST_MODELS = 4;
const MOST_RECENT = 5;
const SHORTEST = 2;

async function galleriesLike(
  platform: Platform,
  typed: string,
  publicOnly: boolean,
): Promise<SuggestView["galleries"]> {
  if (typed.length < SHORTEST) return [];
  return platform.database.unsafeSystem(REASON).read(
    (tx) => tx.$queryRaw<SuggestView["galleries"]>`
      select id as "galleryId", name, slug, province_code as "provinceCode" from gallery
      where status = 'APPROVED' and (not ${publicOnly}::boolean or public_listing)
        and ${foldedColumn(Prisma.sql`name`)} like ${containing(typed)}
      order by position(${typed} in ${foldedColumn(Prisma.sql`name`)}), name limit ${MOST_GALLERIES}`,
    { intent: "list" },
  );
}

/** What was typed, then its last two words, then its last: `dizel pas` means the `pas`. */
function endings(q: string): string[] {
  const words = q.trim().split(/\s+/);
  return [...new Set([words, words.slice(-2), words.slice(-1)].map((some) => some.join(" ")))];
}

/** Makes and series for the longest ending of what was typed that names any. */
async function vehiclesLike(
  platform: Platform,
  input: SuggestInput,
  publicOnly: boolean,
): Promise<readonly Suggestion[]> {
  for (const q of endings(input.q)) {
    const found = await platform.adapters.searchIndex.suggest({ ...input, q, publicOnly });
    if (found.length > 0) return found;
  }
  return [];
}

async function modelsLike(
  platform: Platform,
  q: string,
  publicOnly: boolean,
): Promise<SuggestView["models"]> {
  const last = fold(q).split(/\s+/).at(-1) ?? "";
  if (last.length < SHORTEST) return [];
  const { searchIndex } = platform.adapters;
  const { facets } = await searchIndex.search({ q, limit: 1, facets: ["model"], publicOnly });
  return (facets.model ?? [])
    .flatMap(({ count, label, value }) =>
      label && fold(label).includes(last) ? [{ modelId: value, text: label, count }] : [],
    )
    .slice(0, MOST_MODELS);
}

async function recentLike(db: Db, userId: string, typed: string): Promise<string[]> {
  const rows = await db.read((tx) =>
    tx.recentSearch.findMany({
      where: { userId, key: { startsWith: typed } },
      orderBy: { usedAt: "desc" },
      take: MOST_RECENT,
      select: { q: true },
    }),
  );
  return rows.map(({ q }) => q);
}

interface Asked {
  readonly publicOnly: boolean;
  recent(typed: string): Promise<string[]>;
}

async function suggestAs(
  platform: Platform,
  input: SuggestInput,
  { publicOnly, recent }: Asked,
): Promise<SuggestView> {
  const { q } = input;
  const typed = fold(q).replace(/\s+/g, " ").trim();
  if (typed === "") return { items: [], models: [], galleries: [], recent: await recent("") };
  const [found, models, galleries, own] = await Promise.all([
    vehiclesLike(platform, input, publicOnly),
    modelsLike(platform, q, publicOnly),
    galleriesLike(platform, typed, publicOnly),
    recent(typed),
  ]);
  const items = found.map(({ count, kind, makeId, seriesId, text }) => ({
    ...{ kind, makeId, seriesId, text, count },
  }));
  return { items, models, galleries, recent: own };
}

/** Makes, series, models, galleries and the caller's own searches that fit what is being typed. */
export async function suggest(ctx: DealerContext, input: SuggestInput): Promise<SuggestView> {
  const recent = (typed: string) => recentLike(ctx.db, ctx.identity.userId, typed);
  return suggestAs(ctx, input, { publicOnly: false, recent });
}

/** The same among what the public may see. */
export async function suggestPublic(ctx: PublicContext, input: SuggestInput): Promise<SuggestView> {
  return suggestAs(ctx, input, { publicOnly: true, recent: async () => [] });
}
