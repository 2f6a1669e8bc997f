"use client";

import { StatTile } from "@oto/ui";
import {
  Building2,
  CalendarCheck2,
  CarFront,
  ClipboardCheck,
  Handshake,
  MailWarning,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormats } from "../labels/use-formats";
import type { Figures } from "./figures";

/** The six figures that say whether all is well. */
export function FigureTiles({ figures }: { figures: Figures }) {
  const t = useTranslations("overview");
  const { number } = useFormats();
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-3 2xl:grid-cols-6">
      <StatTile
        label={t("pendingGalleries")}
        value={number(figures.galleries.PENDING)}
        icon={<ClipboardCheck aria-hidden="true" />}
        tone={figures.galleries.PENDING > 0 ? "warn" : "success"}
        href="/kayitlar"
      />
      <StatTile
        label={t("approvedGalleries")}
        value={number(figures.galleries.APPROVED)}
        icon={<Building2 aria-hidden="true" />}
        href="/galeriler?durum=APPROVED"
      />
      <StatTile
        label={t("publishedVehicles")}
        value={number(figures.vehicles.PUBLISHED)}
        icon={<CarFront aria-hidden="true" />}
      />
      <StatTile
        label={t("openOffers")}
        value={number(figures.offers.OPEN)}
        icon={<Handshake aria-hidden="true" />}
      />
      <StatTile
        label={t("reservations")}
        value={number(figures.activeReservations)}
        icon={<CalendarCheck2 aria-hidden="true" />}
      />
      <StatTile
        label={t("deadLetters")}
        value={number(figures.deadLetters)}
        icon={<MailWarning aria-hidden="true" />}
        tone={figures.deadLetters > 0 ? "danger" : "success"}
        href="/kuyruk"
      />
    </div>
  );
}
