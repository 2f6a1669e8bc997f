import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfferBoard } from "../../../features/offers/offer-board";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offers");
  return { title: t("title") };
}

export default function Page() {
  return <OfferBoard />;
}
