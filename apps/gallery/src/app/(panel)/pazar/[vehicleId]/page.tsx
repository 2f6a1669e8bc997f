import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ListingPage } from "../../../../features/market/listing-page";
import { landingUrl } from "../../../../features/shell/landing-url";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("market");
  return { title: t("vehicleTitle") };
}

interface PageProps {
  params: Promise<{ vehicleId: string }>;
}

export default async function Page({ params }: PageProps) {
  const [{ vehicleId }, locale] = await Promise.all([params, getLocale()]);
  return <ListingPage vehicleId={vehicleId} publicSite={landingUrl(locale)} />;
}
