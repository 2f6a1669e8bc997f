"use client";

import { Badge, Button, Callout, Card, PriceText, UiLink } from "@oto/ui";
import { useLocale, useTranslations } from "next-intl";
import { intlLocale } from "../../i18n/locale";
import { MakeOffer } from "../offers/make-offer";
import { MyOffer } from "../offers/my-offer";
import { usePermission } from "../session/session-provider";
import type { ListingView } from "./market-views";
import { PricePosition } from "./price-position";

/** The price before the last change, if it came down. */
function formerPrice({ price, priceHistory }: ListingView) {
  const before = priceHistory.toSorted((a, b) => b.at.localeCompare(a.at))[1]?.price;
  const cheaper = before?.currency === price.currency && before.amount > price.amount;
  return cheaper ? before : undefined;
}

/** What it costs, whether that is much, and what one can do about it. */
export function PriceCard({ listing }: { listing: ListingView }) {
  const t = useTranslations("market");
  const locale = intlLocale(useLocale());
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <div>
          <p className="text-ink-muted text-sm">{t("askingPrice")}</p>
          <PriceText
            money={listing.price}
            locale={locale}
            size="xl"
            was={formerPrice(listing)}
            wasLabel={t("formerPrice")}
          />
          <div className="mt-2 flex flex-wrap gap-1.5">
            {listing.tradeIn ? <Badge>{t("tradeIn")}</Badge> : null}
            {listing.warranty ? <Badge tone="info">{t("warranty")}</Badge> : null}
            {listing.eidsVerified ? <Badge tone="success">{t("eidsVerified")}</Badge> : null}
          </div>
        </div>
        <PricePosition vehicleId={listing.vehicleId} />
        <ListingAction listing={listing} />
      </div>
    </Card>
  );
}

/** The one thing to do here, by how the caller stands to the vehicle. */
function ListingAction({ listing }: { listing: ListingView }) {
  const t = useTranslations("market");
  const mayOffer = usePermission("offer:create");
  if (listing.own) {
    return (
      <Callout
        title={t("ownTitle")}
        actions={
          <Button asChild variant="secondary" size="sm">
            <UiLink href={`/stok/${listing.vehicleId}`}>{t("ownOpen")}</UiLink>
          </Button>
        }
      >
        {t("ownText")}
      </Callout>
    );
  }
  if (listing.reservationId !== null) {
    return (
      <Callout
        tone="success"
        title={t("reservedTitle")}
        actions={
          <Button asChild size="sm">
            <UiLink href={`/rezervasyonlar/${listing.reservationId}`}>{t("reservedOpen")}</UiLink>
          </Button>
        }
      >
        {t("reservedText")}
      </Callout>
    );
  }
  if (listing.myOffer !== null) return <MyOffer offer={listing.myOffer} />;
  if (!mayOffer) return <Callout tone="warn">{t("mayNotOffer")}</Callout>;
  return (
    <MakeOffer
      vehicleId={listing.vehicleId}
      title={listing.title}
      seller={listing.seller.name}
      price={listing.price}
    />
  );
}
