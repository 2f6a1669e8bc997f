import type { Facets } from "@oto/adapters";
import { FACETS } from "@oto/adapters";
import type { Locale, MarketplaceFilters } from "@oto/domain";
import { mergeFilters, messageText, PROVINCES, understand } from "@oto/domain";
import type { DealerContext, Platform, PublicContext } from "../context";
import { searchCached } from "./cached-search";
import { listingCard } from "./listing.presenter";
import type { ProvincesInput, SearchInput } from "./marketplace.input";
import type { FacetChoice, ProvincesView, SearchFacets, SearchView } from "./marketplace.views";
import { searchCatalog } from "./search-catalog";

/** Who looks: the public sees public stock only, dealers see all of it and their own marked. */
interface Viewer {
  locale: Locale;
  galleryId: string | null;
}

const viewerOf = (ctx: DealerContext): Viewer => ({
  locale: ctx.origin.locale,
  galleryId: ctx.gallery.id,
});
const publicViewer = (ctx: PublicContext): Viewer => ({
  locale: ctx.origin.locale,
  galleryId: null,
});

/** Facets whose values are words of the domain, named by its message catalogue. */
const WORDED = ["fuel", "transmission", "bodyType", "drivetrain", "color"] as const;

function facetsView(facets: Facets, locale: Locale): SearchFacets {
  const named = (name: "make" | "series" | "model" | "trim" | "province"): FacetChoice[] =>
    (facets[name] ?? []).map(({ value, label, count }) => ({ value, label: label ?? "", count }));
  const worded = (name: (typeof WORDED)[number]): FacetChoice[] =>
    (facets[name] ?? []).map(({ value, count }) => ({
      value,
      label: messageText(`${name}.${value}`, locale),
      count,
    }));
  return {
    make: named("make"),
    series: named("series"),
    model: named("model"),
    trim: named("trim"),
    province: named("province"),
    fuel: worded("fuel"),
    transmission: worded("transmission"),
    bodyType: worded("bodyType"),
    drivetrain: worded("drivetrain"),
    color: worded("color"),
    damage: (facets.damage ?? []).map(({ value, count }) => ({
      value,
      label: messageText(`damageStatus.${value}`, locale),
      count,
    })),
    year: [...(facets.year ?? [])],
    price: [...(facets.price ?? [])],
    km: [...(facets.km ?? [])],
    engine: [...(facets.engine ?? [])],
    power: [...(facets.power ?? [])],
  };
}

async function read(platform: Platform, q: string | undefined, locale: Locale) {
  if (!q) return { filters: {}, rest: "", understood: [] };
  return understand(q, await searchCatalog(platform), locale);
}

interface Asked {
  readonly input: SearchInput;
  readonly filters: MarketplaceFilters;
  readonly viewer: Viewer;
}

/** Plate code of the province that distances are measured from; none for a public that names none. */
async function originOf(
  platform: Platform,
  { input, filters, viewer }: Asked,
): Promise<number | undefined> {
  const named = input.fromProvinceCode ?? filters.near?.provinceCode;
  const id = viewer.galleryId;
  if (named !== undefined || id === null) return named;
  const gallery = await platform.database
    .forGallery(id)
    .read((tx) => tx.gallery.findUnique({ where: { id }, select: { provinceCode: true } }));
  return gallery?.provinceCode;
}

async function searchAs(
  platform: Platform,
  input: SearchInput,
  viewer: Viewer,
): Promise<SearchView> {
  const { cursor, limit, sort } = input;
  const { rest, understood, ...meant } = await read(platform, input.q, viewer.locale);
  const filters = mergeFilters(meant.filters, input.filters ?? {});
  const { storage } = platform.adapters;
  const found = await searchCached(platform, {
    ...(rest ? { q: rest } : {}),
    filters,
    sort,
    ...(sort === "distance" ? { from: await originOf(platform, { input, filters, viewer }) } : {}),
    cursor,
    limit,
    // They are the same on every page of a search.
    facets: cursor ? [] : FACETS,
    publicOnly: viewer.galleryId === null,
  });
  return {
    items: found.items.map((doc) => listingCard(doc, storage, viewer.galleryId)),
    facets: facetsView(found.facets, viewer.locale),
    total: found.total,
    totalIsExact: found.totalIsExact,
    nextCursor: found.nextCursor,
    understood,
    rest,
    filters,
  };
}

/**
 * Finds vehicles of all galleries. What is read from the words of `q` becomes filters, which those
 * chosen by hand overrule; the rest of the words is searched as text.
 *
 * @throws DomainError `input.invalid` for a cursor of another request
 */
export async function searchMarketplace(
  ctx: DealerContext,
  input: SearchInput,
): Promise<SearchView> {
  return searchAs(ctx, input, viewerOf(ctx));
}

/** The same for the public site: only the stock of galleries that show theirs there. */
export async function searchPublic(ctx: PublicContext, input: SearchInput): Promise<SearchView> {
  return searchAs(ctx, input, publicViewer(ctx));
}

const NO_PLACE: readonly (keyof MarketplaceFilters)[] = ["provinceCodes", "districts", "near"];

/** How much of what is searched for each province has, whatever place was asked for. */
export async function searchProvinces(
  ctx: DealerContext,
  input: ProvincesInput,
): Promise<ProvincesView> {
  const { rest, ...meant } = await read(ctx, input.q, ctx.origin.locale);
  const merged = mergeFilters(meant.filters, input.filters ?? {});
  const filters = Object.fromEntries(
    Object.entries(merged).filter(([key]) => !NO_PLACE.some((each) => each === key)),
  );
  const request = {
    ...(rest ? { q: rest } : {}),
    filters,
    limit: 1,
    facets: ["province"] as const,
  };
  const { facets, total } = await searchCached(ctx, request);
  const counts = new Map(facets.province?.map(({ count, value }) => [Number(value), count]));
  return {
    items: PROVINCES.map(({ code, lat, lng, name }) => ({
      ...{ code, name, lat, lng },
      count: counts.get(code) ?? 0,
    })),
    total,
  };
}
