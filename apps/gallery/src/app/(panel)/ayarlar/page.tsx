import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SettingsPage } from "../../../features/settings/settings-page";
import { landingUrl } from "../../../features/shell/landing-url";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsRoute() {
  return <SettingsPage landing={landingUrl(await getLocale())} />;
}
