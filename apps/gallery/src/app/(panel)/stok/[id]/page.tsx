import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { VehiclePage } from "../../../../features/vehicle/vehicle-page";

interface StockVehiclePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("stock") };
}

export default async function StockVehiclePage({ params }: StockVehiclePageProps) {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  return <VehiclePage vehicleId={id} />;
}
