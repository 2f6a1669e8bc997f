import { formatPhone } from "@oto/domain";
import { Button } from "@oto/ui/button";
import { Avatar, Badge } from "@oto/ui/display";
import { BadgeCheck, Clock3, Mail, MapPin, MessageCircle, Phone } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { whatsappAddress } from "../shell/whatsapp-address";
import type { PublicGallery } from "./load-gallery";

/** Who they are and how to reach them. */
export function GalleryProfile({ gallery }: { gallery: PublicGallery }) {
  const t = useTranslations("gallery");
  const format = useFormatter();
  const chat = whatsappAddress(gallery.whatsapp);
  const place = `${gallery.district}, ${gallery.provinceName}`;
  return (
    <header className="mt-4 overflow-hidden rounded-card border bg-surface shadow-card">
      <div className="brand-scene h-24 sm:h-32" />
      <div className="px-5 pb-6 sm:px-8">
        <div className="-mt-9 flex flex-wrap items-end gap-4">
          <span className="rounded-full border-4 border-surface bg-surface">
            <Avatar name={gallery.name} size="lg" />
          </span>
          <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-1 sm:ml-auto sm:pt-12">
            {gallery.phone === null ? null : (
              <Button asChild>
                <a href={`tel:${gallery.phone}`}>
                  <Phone aria-hidden="true" />
                  {formatPhone(gallery.phone)}
                </a>
              </Button>
            )}
            {chat === null ? null : (
              <Button asChild variant="secondary">
                <a href={chat} target="_blank" rel="noreferrer">
                  <MessageCircle aria-hidden="true" />
                  {t("whatsapp")}
                </a>
              </Button>
            )}
          </div>
        </div>
        <h1 className="mt-4 text-headline">{gallery.name}</h1>
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <Badge tone="brand" icon={<BadgeCheck aria-hidden="true" />}>
            {t("licence", { no: gallery.licenceNo })}
          </Badge>
          <span className="text-ink-muted text-sm">
            {t("memberSince", {
              date: format.dateTime(new Date(gallery.memberSince), {
                month: "long",
                year: "numeric",
              }),
            })}
          </span>
        </div>
        {gallery.about ? (
          <p className="mt-4 max-w-prose whitespace-pre-line text-ink-muted">{gallery.about}</p>
        ) : null}
        <GalleryTrust trust={gallery.trust} />
        <ul className="mt-5 grid gap-3 text-[0.9375rem] text-ink-muted sm:grid-cols-2 lg:grid-cols-3">
          <Contact icon={<MapPin aria-hidden="true" />} label={t("address")}>
            {gallery.address ? `${gallery.address}, ${place}` : place}
          </Contact>
          {gallery.email ? (
            <Contact icon={<Mail aria-hidden="true" />} label={t("email")}>
              <a href={`mailto:${gallery.email}`} className="hover:underline">
                {gallery.email}
              </a>
            </Contact>
          ) : null}
          {gallery.hours ? (
            <Contact icon={<Clock3 aria-hidden="true" />} label={t("hours")}>
              {gallery.hours}
            </Contact>
          ) : null}
        </ul>
      </div>
    </header>
  );
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How it deals, each figure with its sample size; nothing as long as there is nothing to go by. */
function GalleryTrust({ trust }: { trust: PublicGallery["trust"] }) {
  const t = useTranslations("gallery");
  const format = useFormatter();
  const { answer, completed, rating } = trust;
  const seconds = answer.medianSeconds;
  const lines = [
    rating.average === null
      ? null
      : t("trustRating", { average: format.number(rating.average), count: rating.count }),
    completed === 0 ? null : t("trustCompleted", { count: completed }),
    seconds === null
      ? null
      : t(seconds < HOUR ? "trustMinutes" : "trustHours", {
          time: Math.max(1, Math.round(seconds / (seconds < HOUR ? MINUTE : HOUR))),
          count: answer.samples,
        }),
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <ul aria-label={t("trust")} className="mt-4 flex flex-wrap gap-2">
      {lines.map((line) => (
        <li key={line}>
          <Badge variant="outline">{line}</Badge>
        </li>
      ))}
    </ul>
  );
}

interface ContactProps {
  icon: ReactNode;
  label: string;
  children: ReactNode;
}

function Contact({ icon, label, children }: ContactProps) {
  return (
    <li className="flex min-w-0 items-start gap-2.5 [&_svg]:mt-0.5 [&_svg]:size-4.5 [&_svg]:shrink-0">
      {icon}
      <span className="min-w-0 break-words">
        <span className="sr-only">{label}: </span>
        {children}
      </span>
    </li>
  );
}
