"use client";

import { Button, Callout, PriceText, ResponsiveImage, Sheet, toast } from "@oto/ui";
import { Copy, MessageCircle, Share2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { intlLocale } from "../../i18n/locale";
import { useFormats } from "../labels/use-formats";
import type { ListingView } from "../market/market-views";
import { pictureOf } from "../market/picture-of";
import { QrCode } from "../security/qr-code";
import { canShare, copyAddress, shareAddress } from "./share-address";

interface ShareListingProps {
  listing: ListingView;
  /** The public site in the reader's language. */
  publicSite: string;
}

/** The address that others can open: everybody on the public site, or galleries in the panel. */
function addressOf({ listing, publicSite }: ShareListingProps): string {
  return listing.onPublicSite
    ? `${publicSite}/arac/x-${listing.vehicleId}`
    : `${window.location.origin}/pazar/${listing.vehicleId}`;
}

/** Sends a vehicle to a customer or a colleague: a card of it, and its address in every way. */
export function ShareListing(props: ShareListingProps) {
  const t = useTranslations("share");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        icon={<Share2 aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t("share")}
      </Button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t("title")}
        description={t("text")}
        closeLabel={common("close")}
      >
        {open ? <ShareCard {...props} /> : null}
      </Sheet>
    </>
  );
}

function ShareCard(props: ShareListingProps) {
  const t = useTranslations("share");
  const common = useTranslations("common");
  const domain = useTranslations("domain");
  const locale = intlLocale(useLocale());
  const formats = useFormats();
  const { listing } = props;
  const { cover, fuel, mileageKm, modelYear, price, title, transmission } = listing;
  const url = addressOf(props);
  const facts = [
    String(modelYear),
    formats.km(mileageKm),
    domain(`fuel.${fuel}`),
    domain(`transmission.${transmission}`),
  ].join(" · ");
  const words = [title, facts, formats.money(price), url].join("\n");
  const copy = async () => {
    const outcome = await copyAddress(url);
    if (outcome === "copied") toast.success(t("copied"));
    else toast.error(t("failed"));
  };
  return (
    <div className="flex flex-col gap-4">
      <figure className="overflow-hidden rounded-card border" aria-label={t("card")}>
        <ResponsiveImage
          {...pictureOf(cover, common(cover ? "photoOf" : "noPhoto", { title }))}
          ratio={16 / 9}
          sizes="28rem"
        />
        <figcaption className="flex items-end justify-between gap-4 p-4">
          <span className="min-w-0">
            <span className="block font-medium text-ink">{title}</span>
            <span className="block text-ink-muted text-sm">{facts}</span>
            <span className="mt-1 block text-ink-subtle text-sm">{listing.seller.name}</span>
          </span>
          <PriceText money={price} locale={locale} size="lg" />
        </figcaption>
      </figure>
      <p className="text-ink-muted text-sm">
        {t(listing.onPublicSite ? "publicLink" : "panelLink")}
        <span className="mt-1 block break-all rounded-control bg-sunken px-3 py-2 font-mono text-ink text-xs">
          {url}
        </span>
      </p>
      {listing.onPublicSite ? null : <Callout tone="info">{t("panelOnly")}</Callout>}
      <div className="grid gap-2 sm:grid-cols-2">
        <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
          {t("copy")}
        </Button>
        <Button asChild variant="secondary">
          <a
            href={`https://wa.me/?text=${encodeURIComponent(words)}`}
            target="_blank"
            rel="noreferrer"
          >
            <MessageCircle aria-hidden="true" />
            {t("whatsapp")}
          </a>
        </Button>
        {canShare() ? (
          <Button
            variant="secondary"
            icon={<Share2 aria-hidden="true" />}
            onClick={() => void shareAddress({ title, url })}
          >
            {t("more")}
          </Button>
        ) : null}
      </div>
      <div className="flex justify-center max-sm:hidden">
        <QrCode text={url} label={t("qr", { title })} />
      </div>
    </div>
  );
}
