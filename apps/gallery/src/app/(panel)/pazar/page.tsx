import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MarketPage } from "../../../features/market/market-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("market");
  return { title: t("title") };
}

export default function Page() {
  return <MarketPage />;
}
