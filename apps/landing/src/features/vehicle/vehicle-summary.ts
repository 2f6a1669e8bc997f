import { getTranslations } from "next-intl/server";
import type { ListingDetail } from "./listing.types";

/** The vehicle in one line, for descriptions of the page. */
export async function vehicleSummary(vehicle: ListingDetail): Promise<string> {
  const [t, labels] = await Promise.all([getTranslations("vehicle"), getTranslations("domain")]);
  return t("summary", {
    year: String(vehicle.modelYear),
    km: vehicle.mileageKm,
    fuel: labels(`fuel.${vehicle.fuel}`),
    transmission: labels(`transmission.${vehicle.transmission}`),
    place: `${vehicle.district}, ${vehicle.province.name}`,
    gallery: vehicle.gallery.name,
  });
}
