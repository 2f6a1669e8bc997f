import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DashboardPage } from "../../features/dashboard/dashboard-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("home") };
}

export default function HomePage() {
  return <DashboardPage now={new Date().toISOString()} />;
}
