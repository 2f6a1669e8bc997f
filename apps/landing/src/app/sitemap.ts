import type { MetadataRoute } from "next";
import { INFO_PAGES } from "../features/info/info-pages";
import { absolute } from "../features/seo/vehicle-data";
import type { ListingItem } from "../features/vehicle/listing.types";
import { vehiclePath } from "../features/vehicle/vehicle-path";
import { LOCALES, localePath } from "../i18n/locale";
import { publicClient } from "../server-client";

export const dynamic = "force-dynamic";

const PAGE = 100;
/** A sitemap takes 50,000 addresses; this many vehicles stay well below, both languages counted. */
const MAX_VEHICLES = 5_000;

/** Everything on sale, the newest first; what was found so far when the API stops answering. */
async function allListings(): Promise<ListingItem[]> {
  const client = await publicClient();
  const items: ListingItem[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: ListingItem[]; nextCursor: string | null } =
      await client.marketplace.publicSearch
        .query({ sort: "newest", limit: PAGE, cursor })
        .catch(() => ({ items: [], nextCursor: null }));
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < MAX_VEHICLES);
  return items;
}

const entry = (path: string, changed?: string): MetadataRoute.Sitemap[number] => ({
  url: absolute(path),
  ...(changed === undefined ? {} : { lastModified: changed }),
  alternates: {
    languages: Object.fromEntries(
      LOCALES.map((locale) => [locale, absolute(localePath(locale, path))]),
    ),
  },
});

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const listings = await allListings();
  const galleries = [...new Set(listings.map(({ gallery }) => gallery.slug))];
  const pages = ["/", "/araclar", "/kayit", ...Object.keys(INFO_PAGES).map((slug) => `/${slug}`)];
  return [
    ...pages.map((path) => entry(path)),
    ...galleries.map((slug) => entry(`/galeri/${slug}`)),
    ...listings.map((vehicle) =>
      entry(vehiclePath(vehicle), vehicle.priceChangedAt ?? vehicle.publishedAt),
    ),
  ];
}
