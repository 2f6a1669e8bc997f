import { unstable_cache } from "next/cache";
import { getLocale } from "next-intl/server";
import { serverClient } from "../../server-client";

const FEATURED = 9;
const SECONDS = 60;

/**
 * What the first page shows of the market: the newest with photos, and what there is in all.
 * Asked at most once a minute; null while the API cannot be asked.
 */
export async function loadHome() {
  const [client, locale] = await Promise.all([serverClient(), getLocale()]);
  const ask = async () => {
    const [newest, all] = await Promise.all([
      client.marketplace.publicSearch.query({
        filters: { hasPhotos: true },
        sort: "newest",
        limit: FEATURED,
      }),
      client.marketplace.publicSearch.query({ limit: 1 }),
    ]);
    return {
      newest: newest.items,
      vehicles: all.total,
      makes: all.facets.make.length,
      provinces: all.facets.province.length,
      bodies: all.facets.bodyType,
    };
  };
  const cached = unstable_cache(ask, ["home", locale], { revalidate: SECONDS });
  // What is kept is shown once more before it is asked for anew: an empty market must not be.
  const known = await cached().catch(() => null);
  return known?.vehicles === 0 ? ask().catch(() => null) : known;
}
export type HomeMarket = NonNullable<Awaited<ReturnType<typeof loadHome>>>;
