import { readFrontEndEnv } from "@oto/trpc/next";
import { getLocale, getTranslations } from "next-intl/server";
import { localePath } from "../../i18n/locale";
import type { ListingDetail } from "../vehicle/listing.types";
import { previewPicture } from "../vehicle/picture-sources";
import { vehiclePath } from "../vehicle/vehicle-path";

/** Absolute address of a page of the site. */
export const absolute = (path: string): string =>
  new URL(path, readFrontEndEnv().OTO_LANDING_URL).toString();

/** schema.org `BreadcrumbList` of a page, from the top down. */
export function breadcrumbData(items: readonly { name: string; path: string }[]) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: items.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: absolute(path),
    })),
  };
}

/** schema.org `AutoDealer` of a seller. */
export function dealerData(
  seller: Pick<ListingDetail["seller"], "name" | "slug" | "district" | "phone"> & {
    provinceName: string;
  },
  locale: string,
) {
  return {
    "@type": "AutoDealer",
    name: seller.name,
    url: absolute(localePath(locale, `/galeri/${seller.slug}`)),
    ...(seller.phone === null ? {} : { telephone: seller.phone }),
    address: {
      "@type": "PostalAddress",
      addressLocality: seller.district,
      addressRegion: seller.provinceName,
      addressCountry: "TR",
    },
  };
}

function carData(vehicle: ListingDetail, labels: { fuel: string; transmission: string }) {
  const pictures = vehicle.photos.flatMap(({ variants }) => {
    const picture = previewPicture(variants);
    return picture === null ? [] : [picture.url];
  });
  return {
    "@type": "Car",
    name: vehicle.title,
    brand: { "@type": "Brand", name: vehicle.make.name },
    model: vehicle.series.name,
    vehicleModelDate: String(vehicle.modelYear),
    mileageFromOdometer: {
      "@type": "QuantitativeValue",
      value: vehicle.mileageKm,
      unitCode: "KMT",
    },
    fuelType: labels.fuel,
    vehicleTransmission: labels.transmission,
    color: vehicle.color,
    itemCondition: `https://schema.org/${vehicle.condition === "NEW" ? "New" : "Used"}Condition`,
    ...(pictures.length > 0 ? { image: pictures } : {}),
    ...(vehicle.description === null ? {} : { description: vehicle.description }),
  };
}

/** schema.org data of a vehicle's page: the car, its offer, who sells it, where the page stands. */
export async function vehicleData(
  vehicle: ListingDetail,
  names: { home: string; vehicles: string },
) {
  const [locale, labels] = await Promise.all([getLocale(), getTranslations("domain")]);
  const path = localePath(locale, vehiclePath(vehicle));
  const { seller } = vehicle;
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        ...carData(vehicle, {
          fuel: labels(`fuel.${vehicle.fuel}`),
          transmission: labels(`transmission.${vehicle.transmission}`),
        }),
        color: labels(`color.${vehicle.color}`),
        url: absolute(path),
        offers: {
          "@type": "Offer",
          url: absolute(path),
          price: (vehicle.price.amount / 100).toFixed(2),
          priceCurrency: vehicle.price.currency,
          availability: "https://schema.org/InStock",
          seller: dealerData({ ...seller, provinceName: seller.province.name }, locale),
        },
      },
      breadcrumbData([
        { name: names.home, path: localePath(locale, "/") },
        { name: names.vehicles, path: localePath(locale, "/araclar") },
        { name: vehicle.title, path },
      ]),
    ],
  };
}
