import { dayInTurkiye } from "@oto/domain";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportsPage } from "../../../features/reports/reports-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports");
  return { title: t("title") };
}

export default function Page() {
  return <ReportsPage today={dayInTurkiye(new Date())} />;
}
