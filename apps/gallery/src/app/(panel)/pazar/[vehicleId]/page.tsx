import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ListingPage } from "../../../../features/market/listing-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("market");
  return { title: t("vehicleTitle") };
}

interface PageProps {
  params: Promise<{ vehicleId: string }>;
}

export default async function Page({ params }: PageProps) {
  const { vehicleId } = await params;
  return <ListingPage vehicleId={vehicleId} />;
}
