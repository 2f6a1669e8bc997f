import { Breadcrumb } from "@oto/ui/navigation";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { SearchParams as UrlParams } from "nuqs/server";
import { createLoader } from "nuqs/server";
import {
  activeFilters,
  searchParsers,
  searchUrlKeys,
  toSearchInput,
} from "../../../../../features/search/search-params";
import { SearchView } from "../../../../../features/search/search-view";
import { alternates } from "../../../../../features/seo/alternates";
import { localePath } from "../../../../../i18n/locale";
import { serverClient } from "../../../../../server-client";

const loadSearch = createLoader(searchParsers, { urlKeys: searchUrlKeys });

interface SearchPageProps {
  searchParams: Promise<UrlParams>;
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const [t, params] = await Promise.all([getTranslations("search"), loadSearch(searchParams)]);
  const query = params.q.trim();
  const filtered = activeFilters(params) > 0 || params.sort !== null;
  return {
    title: query === "" ? t("title") : t("titleFor", { query }),
    description: t("metaDescription"),
    alternates: await alternates(
      query === "" ? "/araclar" : `/araclar?${new URLSearchParams({ q: query })}`,
    ),
    // One page for the words; the countless combinations of filters stay out of indexes.
    ...(filtered ? { robots: { index: false, follow: true } } : {}),
  };
}

/** Null when the API cannot be asked: the page then asks for itself and says what is wrong. */
async function findFirst(input: ReturnType<typeof toSearchInput>) {
  const client = await serverClient();
  return client.marketplace.publicSearch
    .query(input)
    .then((answer) => ({ input, answer }))
    .catch(() => null);
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const params = await loadSearch(searchParams);
  const [t, common, locale, first] = await Promise.all([
    getTranslations("search"),
    getTranslations("common"),
    getLocale(),
    findFirst(toSearchInput(params)),
  ]);
  return (
    <div className="mx-auto max-w-7xl px-4 pt-6 sm:px-6">
      <Breadcrumb
        label={common("breadcrumb")}
        items={[{ label: common("home"), href: localePath(locale, "/") }, { label: t("title") }]}
      />
      <h1 className="mt-3 mb-5 text-headline">{t("title")}</h1>
      <SearchView first={first} />
    </div>
  );
}
