import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { alternates } from "../../../../../../features/seo/alternates";
import { JsonLd } from "../../../../../../features/seo/json-ld";
import { vehicleData } from "../../../../../../features/seo/vehicle-data";
import { loadVehicle } from "../../../../../../features/vehicle/load-vehicle";
import { previewPicture } from "../../../../../../features/vehicle/picture-sources";
import { SimilarVehicles } from "../../../../../../features/vehicle/similar-vehicles";
import { VehicleDetail } from "../../../../../../features/vehicle/vehicle-detail";
import { vehicleIdOf, vehiclePath } from "../../../../../../features/vehicle/vehicle-path";
import { vehicleSummary } from "../../../../../../features/vehicle/vehicle-summary";
import { localePath } from "../../../../../../i18n/locale";

interface VehiclePageProps {
  params: Promise<{ slug: string }>;
}

async function vehicleOf(params: VehiclePageProps["params"]) {
  const vehicleId = vehicleIdOf((await params).slug);
  const vehicle = vehicleId === null ? null : await loadVehicle(vehicleId);
  if (vehicle === null) notFound();
  return vehicle;
}

export async function generateMetadata({ params }: VehiclePageProps): Promise<Metadata> {
  const vehicle = await vehicleOf(params);
  const [summary, links] = await Promise.all([
    vehicleSummary(vehicle),
    alternates(vehiclePath(vehicle)),
  ]);
  const picture = previewPicture(vehicle.cover?.variants ?? []);
  return {
    title: vehicle.title,
    description: summary,
    alternates: links,
    openGraph: {
      type: "website",
      title: vehicle.title,
      description: summary,
      url: vehiclePath(vehicle),
      ...(picture === null ? {} : { images: [{ ...picture, alt: vehicle.title }] }),
    },
    twitter: { card: picture === null ? "summary" : "summary_large_image" },
  };
}

export default async function VehiclePage({ params }: VehiclePageProps) {
  const [{ slug }, vehicle, locale, t] = await Promise.all([
    params,
    vehicleOf(params),
    getLocale(),
    getTranslations("common"),
  ]);
  const path = vehiclePath(vehicle);
  if (path !== `/arac/${decodeURIComponent(slug)}`) permanentRedirect(localePath(locale, path));
  return (
    <div className="mx-auto max-w-7xl px-4 pt-6 sm:px-6">
      <JsonLd data={await vehicleData(vehicle, { home: t("home"), vehicles: t("vehicles") })} />
      <VehicleDetail vehicle={vehicle} />
      <SimilarVehicles vehicleId={vehicle.vehicleId} />
    </div>
  );
}
