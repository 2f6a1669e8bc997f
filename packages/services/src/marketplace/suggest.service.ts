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
    platform.adapters.searchIndex.suggest({ ...input, publicOnly }),
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
