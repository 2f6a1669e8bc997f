import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Hero } from "../../../features/home/hero";
import {
  Bodies,
  Featured,
  ForDealers,
  HowItWorks,
  Questions,
} from "../../../features/home/home-sections";
import { loadHome } from "../../../features/home/load-home";
import { MarketNumbers } from "../../../features/home/market-numbers";
import { loadInfo } from "../../../features/info/load-info";
import { alternates } from "../../../features/seo/alternates";
import { JsonLd } from "../../../features/seo/json-ld";
import { absolute } from "../../../features/seo/vehicle-data";
import { CallToAction } from "../../../features/shell/call-to-action";
import { localePath } from "../../../i18n/locale";

const QUESTIONS = 4;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    alternates: await alternates("/"),
    openGraph: { type: "website", title: t("title"), description: t("description") },
  };
}

/** The site and its search, for search engines. */
function siteData(name: string, locale: string) {
  const market = absolute(localePath(locale, "/araclar"));
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name,
    url: absolute(localePath(locale, "/")),
    potentialAction: {
      "@type": "SearchAction",
      target: `${market}?q={search_term_string}`,
      "query-input": "required name=search_term_string",
    },
  };
}

export default async function HomePage() {
  const [common, locale, market, faq] = await Promise.all([
    getTranslations("common"),
    getLocale(),
    loadHome(),
    loadInfo("info.faq"),
  ]);
  const [first, ...others] = market?.newest ?? [];
  return (
    <>
      <JsonLd data={siteData(common("brand"), locale)} />
      <Hero vehicle={first} />
      {market === null || market.vehicles === 0 ? null : <MarketNumbers market={market} />}
      <div className="mx-auto max-w-7xl px-4 sm:px-6">
        <Featured vehicles={others} />
        <Bodies bodies={market?.bodies ?? []} />
        <HowItWorks />
        <ForDealers />
        <Questions questions={faq.sections.slice(0, QUESTIONS)} />
        <CallToAction />
      </div>
    </>
  );
}
