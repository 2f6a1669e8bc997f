"use client";

import { errorData } from "@oto/trpc/client";
import { Breadcrumb, Button, Card, EmptyState, PageHeader, PhotoGallery, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { WriteButton } from "../chat/write-button";
import { CompareButton } from "../compare/compare-button";
import { CompareTray } from "../compare/compare-tray";
import { FavoriteButton } from "../favorites/favorite-button";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";
import { ShareListing } from "../share/share-listing";
import { TrustCard } from "../trust/trust-card";
import { daysSince } from "./days-since";
import { ListingBody } from "./listing-body";
import { ListingCondition } from "./listing-condition";
import { ListingFeatures } from "./listing-features";
import { ListingSkeleton } from "./listing-skeleton";
import { ListingSpecs } from "./listing-specs";
import type { ListingView } from "./market-views";
import { pictureOf } from "./picture-of";
import { PriceCard } from "./price-card";
import { PriceHistory } from "./price-history";
import { SellerCard } from "./seller-card";
import { SimilarListings } from "./similar-listings";

interface ListingPageProps {
  vehicleId: string;
  /** The public site in the reader's language. */
  publicSite: string;
}

/** A vehicle of the market. */
export function ListingPage({ vehicleId, publicSite }: ListingPageProps) {
  const t = useTranslations("market");
  const trpc = useTRPC();
  const { data, error, isPending, refetch } = useQuery(
    trpc.marketplace.get.queryOptions({ vehicleId }),
  );
  if (isPending) return <ListingSkeleton />;
  if (data === undefined) {
    if (!["NOT_FOUND", "BAD_REQUEST"].includes(errorData(error)?.code ?? "")) {
      return <QueryError error={error} onRetry={() => void refetch()} />;
    }
    return (
      <>
        <h1 className="sr-only">{t("vehicleTitle")}</h1>
        <EmptyState
          size="page"
          icon={<SearchX aria-hidden="true" />}
          title={t("goneTitle")}
          description={t("goneText")}
          actions={
            <Button asChild>
              <UiLink href="/pazar">{t("backToMarket")}</UiLink>
            </Button>
          }
        />
      </>
    );
  }
  return <Listing listing={data} publicSite={publicSite} />;
}

function Listing({ listing, publicSite }: { listing: ListingView; publicSite: string }) {
  const t = useTranslations("market");
  const common = useTranslations("common");
  const domain = useTranslations("domain");
  const formats = useFormats();
  const photos = listing.photos.map((photo, index) => ({
    id: photo.mediaId,
    ...pictureOf(photo, t("photoAlt", { title: listing.title, number: index + 1 })),
  }));
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            label={t("breadcrumb")}
            items={[
              { label: t("title"), href: "/pazar" },
              { label: listing.make.name, href: `/pazar?make=${listing.make.id}` },
              {
                label: listing.series.name,
                href: `/pazar?make=${listing.make.id}&series=${listing.series.id}`,
              },
            ]}
          />
        }
        title={listing.title}
        description={[
          formats.km(listing.mileageKm),
          domain(`fuel.${listing.fuel}`),
          domain(`transmission.${listing.transmission}`),
          `${listing.district}, ${listing.province.name}`,
          t("daysListed", { days: daysSince(listing.publishedAt) }),
        ].join(" · ")}
        actions={
          <>
            {listing.own ? null : (
              <FavoriteButton look="button" vehicleId={listing.vehicleId} title={listing.title} />
            )}
            <CompareButton look="button" vehicleId={listing.vehicleId} title={listing.title} />
            <ShareListing listing={listing} publicSite={publicSite} />
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <PhotoGallery
          photos={photos}
          labels={{
            gallery: t("photos"),
            previous: t("photoPrevious"),
            next: t("photoNext"),
            fullScreen: t("photoFull"),
            close: common("close"),
            empty: common("noPhoto", { title: listing.title }),
          }}
          sizes="(min-width: 64rem) 56vw, 100vw"
        />
        <div className="flex flex-col gap-6 lg:sticky lg:top-22 lg:row-span-2">
          <PriceCard listing={listing} />
          <SellerCard seller={listing.seller}>
            {listing.own ? null : (
              <WriteButton
                about={{ vehicleId: listing.vehicleId }}
                room={{ vehicleId: listing.vehicleId, galleryId: listing.seller.id }}
                className="mt-4 w-full"
              />
            )}
          </SellerCard>
          <TrustCard galleryId={listing.seller.id} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {listing.description ? (
            <Card title={t("descriptionTitle")}>
              <p className="whitespace-pre-line text-ink-muted">{listing.description}</p>
            </Card>
          ) : null}
          <ListingSpecs listing={listing} />
          <ListingBody listing={listing} />
          <ListingCondition listing={listing} />
          <ListingFeatures features={listing.features} />
          <PriceHistory points={listing.priceHistory} />
        </div>
      </div>
      <SimilarListings vehicleId={listing.vehicleId} />
      <CompareTray />
    </>
  );
}
