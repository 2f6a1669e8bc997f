"use client";

import { Avatar, Button, Card, UiLink } from "@oto/ui";
import { BadgeCheck, CarFront, MapPin, MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormats } from "../labels/use-formats";
import type { ListingView } from "./market-views";

/** Digits of a number, as chat links take them. */
export const digitsOf = (phone: string): string => phone.replace(/\D/g, "");

interface SellerCardProps {
  seller: ListingView["seller"];
  /** Ways to reach them from here, before phone and the rest. */
  children?: ReactNode;
}

/** Who sells, and how to reach them. */
export function SellerCard({ seller, children }: SellerCardProps) {
  const t = useTranslations("market");
  const formats = useFormats();
  return (
    <Card>
      <div className="flex items-center gap-3">
        <Avatar name={seller.name} shape="square" size="lg" />
        <div className="min-w-0">
          <p className="text-ink-muted text-sm">{t("seller")}</p>
          <h2 className="truncate text-heading">{seller.name}</h2>
        </div>
      </div>
      <ul className="mt-4 grid gap-2 text-[0.9375rem] text-ink-muted [&_svg]:mt-0.5 [&_svg]:size-4.5 [&_svg]:shrink-0">
        <li className="flex gap-2">
          <MapPin aria-hidden="true" />
          {seller.district}, {seller.province.name}
        </li>
        <li className="flex gap-2">
          <BadgeCheck aria-hidden="true" />
          {t("licence", { number: seller.licenceNo })}
        </li>
        <li className="flex gap-2">
          <CarFront aria-hidden="true" />
          <UiLink
            href={`/pazar?gallery=${seller.id}`}
            className="font-medium text-brand-strong underline"
          >
            {t("sellerStock", { count: seller.publishedVehicles })}
          </UiLink>
        </li>
      </ul>
      <p className="mt-3 text-ink-subtle text-sm">
        {t("memberSince", { date: formats.day(seller.memberSince) })}
      </p>
      {children}
      {seller.phone || seller.whatsapp ? (
        <div className="mt-4 flex flex-wrap gap-2">
          {seller.phone ? (
            <Button asChild variant="secondary" className="flex-1">
              <a href={`tel:${seller.phone}`}>
                <Phone aria-hidden="true" />
                {t("call")}
              </a>
            </Button>
          ) : null}
          {seller.whatsapp ? (
            <Button asChild variant="secondary" className="flex-1">
              <a
                href={`https://wa.me/${digitsOf(seller.whatsapp)}`}
                target="_blank"
                rel="noreferrer"
              >
                <MessageCircle aria-hidden="true" />
                WhatsApp
              </a>
            </Button>
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}
