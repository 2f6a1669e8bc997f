import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchesPage } from "../../../features/searches/searches-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("searches");
  return { title: t("title") };
}

export default function Page() {
  return <SearchesPage />;
}
