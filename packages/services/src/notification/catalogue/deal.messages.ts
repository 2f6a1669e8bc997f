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
  "deal.step_changed": {
    group: "deals",
    channels: ["push"],
    variables: parties,
    title: { tr: "Kontrol listesi güncellendi", en: "Checklist updated" },
    line: {
      tr: "{counterpart}, {vehicleTitle} anlaşmasının kontrol listesini güncelledi.",
      en: "{counterpart} updated the checklist of the deal for {vehicleTitle}.",
    },
  },
  "deal.document_added": {
    group: "deals",
    channels: ["push"],
    variables: parties,
    title: { tr: "Belge eklendi", en: "Document added" },
    line: {
      tr: "{counterpart}, {vehicleTitle} anlaşmasına belge ekledi.",
      en: "{counterpart} added a document to the deal for {vehicleTitle}.",
    },
  },
  "deal.confirmed": {
    group: "deals",
    channels: ["email", "push"],
    urgent: true,
    variables: parties,
    title: { tr: "Teslim onaylandı", en: "Handover confirmed" },
    line: {
      tr: "{vehicleTitle} için {counterpart} ile teslim onaylandı. Sizin onayınız ya da itirazınız bekleniyorsa anlaşma sayfasına bakın.",
      en: "The handover of {vehicleTitle} with {counterpart} was confirmed. If your word is still missing, confirm or dispute it on the deal's page.",
    },
  },
  "deal.completed": {
    group: "deals",
    channels: ["email", "push"],
    variables: parties,
    title: { tr: "Anlaşma tamamlandı", en: "Deal completed" },
    line: {
      tr: "{vehicleTitle} için {counterpart} ile anlaşma tamamlandı. Karşı tarafı 14 gün içinde değerlendirebilirsiniz.",
      en: "The deal with {counterpart} for {vehicleTitle} is completed. You can rate the other side within 14 days.",
    },
  },
  "deal.rated": {
    group: "deals",
    channels: ["push"],
    variables: parties,
    title: { tr: "Karşı taraf değerlendirdi", en: "The other side has rated" },
    line: {
      tr: "{counterpart}, {vehicleTitle} anlaşmasını değerlendirdi. Siz de değerlendirince ikisi birden görünür.",
      en: "{counterpart} rated the deal for {vehicleTitle}. Both ratings are shown once you have rated too.",
    },
  },
  "deal.ratings_shown": {
    group: "deals",
    channels: ["push"],
    variables: parties,
    title: { tr: "Değerlendirmeler açıldı", en: "Ratings are shown" },
    line: {
      tr: "{vehicleTitle} anlaşmasının değerlendirmeleri görünür oldu.",
      en: "The ratings of the deal for {vehicleTitle} are shown now.",
    },
  },
  "deal.disputed": {
    group: "deals",
    channels: ["email", "sms", "push"],
    urgent: true,
    variables: parties,
    title: { tr: "Anlaşmazlık bildirildi", en: "Deal disputed" },
    line: {
      tr: "{counterpart}, {vehicleTitle} anlaşması için anlaşmazlık bildirdi. Süre durduruldu.",
      en: "{counterpart} disputed the deal for {vehicleTitle}. Its clock was stopped.",
    },
  },
  "deal.dispute_ended": {
    group: "deals",
    channels: ["email", "push"],
    urgent: true,
    variables: parties,
    title: { tr: "Anlaşmazlık sonuçlandı", en: "Dispute settled" },
    line: {
      tr: "{vehicleTitle} anlaşmasındaki anlaşmazlık sonuçlandı.",
      en: "The dispute about the deal for {vehicleTitle} has ended.",
    },
  },
});
