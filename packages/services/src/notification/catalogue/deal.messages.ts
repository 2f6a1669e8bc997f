import { defineMessages } from "./define-messages";

const parties = { vehicleTitle: true, counterpart: false } as const;

/** What happens from the reservation to the sale. */
export const dealMessages = defineMessages({
  "reservation.completed": {
    group: "deals",
    channels: ["email", "push"],
    variables: parties,
    title: { tr: "Satış tamamlandı", en: "Sale completed" },
    line: {
      tr: "{vehicleTitle} satışı {counterpart} ile tamamlandı.",
      en: "The sale of {vehicleTitle} with {counterpart} is complete.",
    },
  },
  "reservation.cancelled": {
    group: "deals",
    channels: ["email", "push"],
    urgent: true,
    variables: { ...parties, reason: false },
    title: { tr: "Rezervasyon iptal edildi", en: "Reservation cancelled" },
    line: {
      tr: "{counterpart}, {vehicleTitle} rezervasyonunu iptal etti: {reason}",
      en: "{counterpart} cancelled the reservation of {vehicleTitle}: {reason}",
    },
  },
  "reservation.expired": {
    group: "deals",
    channels: ["push"],
    variables: parties,
    title: { tr: "Rezervasyonun süresi doldu", en: "Reservation expired" },
    line: {
      tr: "{vehicleTitle} rezervasyonunun süresi doldu, araç yeniden satışta.",
      en: "The reservation of {vehicleTitle} has expired; the vehicle is for sale again.",
    },
  },
  "reservation.extension_requested": {
    group: "deals",
    channels: ["push"],
    variables: { ...parties, until: true },
    title: { tr: "Rezervasyon için süre istendi", en: "Longer reservation asked for" },
    line: {
      tr: "{counterpart}, {vehicleTitle} rezervasyonunu {until} tarihine kadar uzatmak istiyor.",
      en: "{counterpart} would like to extend the reservation of {vehicleTitle} until {until}.",
    },
  },
  "reservation.extended": {
    group: "deals",
    channels: ["push"],
    variables: { ...parties, until: true },
    title: { tr: "Rezervasyon uzatıldı", en: "Reservation extended" },
    line: {
      tr: "{vehicleTitle} rezervasyonu {until} tarihine kadar uzatıldı.",
      en: "The reservation of {vehicleTitle} was extended until {until}.",
    },
  },
  "reservation.extension_declined": {
    group: "deals",
    channels: ["push"],
    variables: parties,
    title: { tr: "Süre uzatma kabul edilmedi", en: "More time was not agreed to" },
    line: {
      tr: "{counterpart}, {vehicleTitle} rezervasyonunun uzatılmasını kabul etmedi.",
      en: "{counterpart} did not agree to extend the reservation of {vehicleTitle}.",
    },
  },
  "reservation.reminded": {
    group: "deals",
    channels: ["push"],
    variables: { ...parties, until: true },
    title: { tr: "Rezervasyonun süresi doluyor", en: "A reservation is about to end" },
    line: {
      tr: "{vehicleTitle} rezervasyonunun süresi {until} tarihinde doluyor.",
      en: "The reservation of {vehicleTitle} ends on {until}.",
    },
  },
});
