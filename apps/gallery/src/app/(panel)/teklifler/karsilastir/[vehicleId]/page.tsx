import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComparePage } from "../../../../../features/offers/compare-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offers");
  return { title: t("compare.title") };
}

export default async function Page({ params }: { params: Promise<{ vehicleId: string }> }) {
  const { vehicleId } = await params;
  return <ComparePage vehicleId={vehicleId} />;
}
