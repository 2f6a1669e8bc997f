"use client";

import { formatPhone } from "@oto/domain";
import { Button } from "@oto/ui";
import { Mail, MapPin, MessageCircle, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { WriteButton } from "../chat/write-button";
import { digitsOf } from "../market/seller-card";
import { CounterpartCard } from "../offers/counterpart-card";
import type { ReservationView } from "./reservation-views";

/** The other side with everything needed to meet. */
export function ContactCard({ reservation }: { reservation: ReservationView }) {
  const t = useTranslations("reservations");
  const { address, district, email, phone, whatsapp } = reservation.contact;
  const ways = [
    { id: "call", value: phone && formatPhone(phone), href: `tel:${phone}`, Icon: Phone },
    {
      id: "whatsapp",
      value: whatsapp && formatPhone(whatsapp),
      href: `https://wa.me/${digitsOf(whatsapp ?? "")}`,
      Icon: MessageCircle,
    },
    { id: "email", value: email, href: `mailto:${email}`, Icon: Mail },
  ].filter(({ value }) => value);
  return (
    <CounterpartCard counterpart={reservation.counterpart} side={reservation.side}>
      <p className="mt-4 flex gap-2 text-[0.9375rem] text-ink-muted">
        <MapPin aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
        {[address, district, reservation.counterpart.province.name].filter(Boolean).join(", ")}
      </p>
      <WriteButton
        about={{ galleryId: reservation.counterpart.galleryId }}
        className="mt-4 w-full justify-start"
      />
      <ul className="mt-2 flex flex-col gap-2">
        {ways.map(({ id, value, href, Icon }) => (
          <li key={id}>
            <Button asChild variant="secondary" block className="justify-start">
              <a
                href={href}
                {...(id === "whatsapp" ? { target: "_blank", rel: "noreferrer" } : {})}
              >
                <Icon aria-hidden="true" />
                <span className="sr-only">{t(`contact.${id}`)}: </span>
                <span className="truncate">{value}</span>
              </a>
            </Button>
          </li>
        ))}
      </ul>
    </CounterpartCard>
  );
}
