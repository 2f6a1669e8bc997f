"use client";

import { formatPhone } from "@oto/domain";
import { Card, SpecList } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { GalleryDetail } from "./gallery-detail";

interface GalleryFactsProps {
  gallery: GalleryDetail["gallery"];
}

/** Name, tax data and licence. */
export function BusinessCard({ gallery }: GalleryFactsProps) {
  const t = useTranslations("review");
  const common = useTranslations("common");
  const domain = useTranslations("domain");
  const { day } = useFormats();
  const or = (value: string | null) => value || common("unknown");
  return (
    <Card title={t("businessTitle")}>
      <SpecList
        items={[
          { label: t("name"), value: gallery.name },
          { label: t("legalName"), value: or(gallery.legalName) },
          { label: t("taxType"), value: domain(`taxType.${gallery.taxType}`) },
          { label: t("taxNumber"), value: gallery.taxNumber },
          { label: t("taxOffice"), value: or(gallery.taxOffice) },
          { label: t("licenceNo"), value: gallery.licenceNo },
          {
            label: t("licenceExpiresOn"),
            value: or(gallery.licenceExpiresOn && day(gallery.licenceExpiresOn)),
          },
        ]}
      />
    </Card>
  );
}

/** Where it is and how it is reached. */
export function ContactCard({ gallery }: GalleryFactsProps) {
  const t = useTranslations("review");
  const common = useTranslations("common");
  const or = (value: string | null) => value || common("unknown");
  const phone = (value: string | null) =>
    value === null ? (
      common("unknown")
    ) : (
      <a href={`tel:${value}`} className="text-brand-strong underline">
        {formatPhone(value)}
      </a>
    );
  return (
    <Card title={t("contactTitle")}>
      <SpecList
        items={[
          { label: t("province"), value: gallery.provinceName },
          { label: t("district"), value: gallery.district },
          { label: t("address"), value: or(gallery.address) },
          { label: t("phone"), value: phone(gallery.phone) },
          { label: t("whatsapp"), value: phone(gallery.whatsapp) },
          { label: t("email"), value: <span className="break-all">{or(gallery.email)}</span> },
          { label: t("hours"), value: or(gallery.hours) },
          { label: t("publicListing"), value: t(gallery.publicListing ? "yes" : "no") },
        ]}
      />
      {gallery.about ? (
        <p className="mt-4 whitespace-pre-line text-ink-muted text-sm">{gallery.about}</p>
      ) : null}
    </Card>
  );
}
