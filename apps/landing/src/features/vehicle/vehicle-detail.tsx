import { Card } from "@oto/ui/display";
import { PhotoGallery } from "@oto/ui/media";
import { Breadcrumb } from "@oto/ui/navigation";
import { useLocale, useTranslations } from "next-intl";
import { localePath } from "../../i18n/locale";
import type { ListingDetail } from "./listing.types";
import { pictureSources } from "./picture-sources";
import { SellerCard } from "./seller-card";
import { VehicleBody } from "./vehicle-body";
import { VehicleFeatures } from "./vehicle-features";
import { VehicleHead } from "./vehicle-head";
import { VehicleRecords } from "./vehicle-records";
import { VehicleSpecs } from "./vehicle-specs";

/** A vehicle of the market in full. */
export function VehicleDetail({ vehicle }: { vehicle: ListingDetail }) {
  const t = useTranslations("vehicle");
  const common = useTranslations("common");
  const locale = useLocale();
  return (
    <article>
      <Breadcrumb
        label={common("breadcrumb")}
        items={[
          { label: common("home"), href: localePath(locale, "/") },
          { label: common("vehicles"), href: localePath(locale, "/araclar") },
          {
            label: `${vehicle.make.name} ${vehicle.series.name}`,
            href: localePath(
              locale,
              `/araclar?${new URLSearchParams({ q: `${vehicle.make.name} ${vehicle.series.name}` })}`,
            ),
          },
          { label: vehicle.title },
        ]}
      />
      <div className="mt-4 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <PhotoGallery
          photos={vehicle.photos.map((photo, index) => ({
            id: photo.mediaId,
            sources: pictureSources(photo.variants),
            alt: t("photoNumber", { title: vehicle.title, number: index + 1 }),
            blurDataUrl: photo.placeholder ?? undefined,
          }))}
          labels={{
            gallery: t("gallery"),
            previous: t("previous"),
            next: t("next"),
            fullScreen: t("fullScreen"),
            close: t("close"),
            empty: t("noPhoto"),
          }}
          sizes="(min-width: 80rem) 53rem, (min-width: 64rem) 60vw, 100vw"
        />
        <div className="flex flex-col gap-4 lg:sticky lg:top-22 lg:row-span-2">
          <VehicleHead vehicle={vehicle} />
          <SellerCard vehicle={vehicle} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <VehicleSpecs vehicle={vehicle} />
          <VehicleBody vehicle={vehicle} />
          <VehicleRecords vehicle={vehicle} />
          <VehicleFeatures codes={vehicle.features} />
          {vehicle.description === null || vehicle.description === "" ? null : (
            <Card title={t("description")}>
              <p className="max-w-prose whitespace-pre-line text-ink-muted">
                {vehicle.description}
              </p>
            </Card>
          )}
        </div>
      </div>
    </article>
  );
}
