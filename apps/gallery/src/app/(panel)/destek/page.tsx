import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SupportPage } from "../../../features/support/support-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("support");
  return { title: t("title") };
}

export default function Page() {
  return <SupportPage />;
}
