import { Breadcrumb } from "@oto/ui/navigation";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { GalleryProfile } from "../../../../../../features/gallery/gallery-profile";
import { GalleryStock } from "../../../../../../features/gallery/gallery-stock";
import { loadGallery } from "../../../../../../features/gallery/load-gallery";
import { toGallerySearch } from "../../../../../../features/search/search-params";
import { alternates } from "../../../../../../features/seo/alternates";
import { JsonLd } from "../../../../../../features/seo/json-ld";
import { breadcrumbData, dealerData } from "../../../../../../features/seo/vehicle-data";
import { localePath } from "../../../../../../i18n/locale";
import { serverClient } from "../../../../../../server-client";

interface GalleryPageProps {
  params: Promise<{ slug: string }>;
}

async function galleryOf(params: GalleryPageProps["params"]) {
  const gallery = await loadGallery(decodeURIComponent((await params).slug));
  if (gallery === null) notFound();
  return gallery;
}

export async function generateMetadata({ params }: GalleryPageProps): Promise<Metadata> {
  const gallery = await galleryOf(params);
  const t = await getTranslations("gallery");
  const description = t("metaDescription", {
    name: gallery.name,
    district: gallery.district,
    province: gallery.provinceName,
    count: String(gallery.publishedVehicles),
  });
  return {
    title: gallery.name,
    description,
    alternates: await alternates(`/galeri/${gallery.slug}`),
    openGraph: { type: "website", title: gallery.name, description },
  };
}

export default async function GalleryPage({ params }: GalleryPageProps) {
  const gallery = await galleryOf(params);
  const input = toGallerySearch(gallery.id);
  const [t, common, locale, client] = await Promise.all([
    getTranslations("gallery"),
    getTranslations("common"),
    getLocale(),
    serverClient(),
  ]);
  const first = await client.marketplace.publicSearch
    .query(input)
    .then((answer) => ({ input, answer }))
    .catch(() => null);
  return (
    <div className="mx-auto max-w-7xl px-4 pt-6 sm:px-6">
      <JsonLd
        data={{
          "@context": "https://schema.org",
          "@graph": [
            dealerData(gallery, locale),
            breadcrumbData([
              { name: common("home"), path: localePath(locale, "/") },
              { name: gallery.name, path: localePath(locale, `/galeri/${gallery.slug}`) },
            ]),
          ],
        }}
      />
      <Breadcrumb
        label={common("breadcrumb")}
        items={[
          { label: common("home"), href: localePath(locale, "/") },
          { label: common("vehicles"), href: localePath(locale, "/araclar") },
          { label: gallery.name },
        ]}
      />
      <GalleryProfile gallery={gallery} />
      <section aria-labelledby="stock" className="mt-8">
        <div className="mb-4 flex items-baseline justify-between gap-4">
          <h2 id="stock" className="text-title">
            {t("stock")}
          </h2>
          <p className="text-ink-muted">{t("stockCount", { count: gallery.publishedVehicles })}</p>
        </div>
        <GalleryStock
          galleryId={gallery.id}
          first={first}
          empty={{ title: t("emptyTitle"), text: t("emptyText") }}
        />
      </section>
    </div>
  );
}
