import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfferPage } from "../../../../features/offers/offer-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offers");
  return { title: t("offerTitle") };
}

interface PageProps {
  params: Promise<{ offerId: string }>;
}

export default async function Page({ params }: PageProps) {
  const { offerId } = await params;
  return <OfferPage offerId={offerId} />;
}
