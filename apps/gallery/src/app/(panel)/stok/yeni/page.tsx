import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewVehicle } from "../../../../features/vehicle-form/new-vehicle";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("vehicleForm");
  return { title: t("newTitle") };
}

export default function NewVehiclePage() {
  return <NewVehicle />;
}
