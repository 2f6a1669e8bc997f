import type { Locale, Money } from "@oto/domain";
import { formatMoney } from "@oto/domain";

/** What a person is told about deals: the events, and one that only sellers with a floor hear. */
export const NEWS_TYPES = [
  "offer.created",
  "offer.auto_declined",
  "offer.countered",
  "offer.accepted",
  "offer.rejected",
  "offer.withdrawn",
  "offer.expired",
  "offer.closed",
  "reservation.completed",
  "reservation.cancelled",
  "reservation.expired",
  "reservation.extension_requested",
  "reservation.extended",
] as const;
export type NewsType = (typeof NEWS_TYPES)[number];

/** Values for the texts. */
export interface NewsFacts {
  vehicleTitle: string;
  /** Name of the other gallery. */
  counterpart: string;
  amount?: Money | undefined;
  /** ISO instant. */
  until?: string | undefined;
  /** A code of the platform (`offer.closed`) or what the other side wrote. */
  reason?: string | undefined;
}

interface Words extends Omit<NewsFacts, "amount" | "until" | "reason"> {
  amount: string;
  until: string;
  reason: string;
}

type Lines = Record<NewsType, (words: Words) => string>;

const TR: Lines = {
  "offer.created": ({ amount, counterpart, vehicleTitle }) =>
    `${counterpart}, ${vehicleTitle} için ${amount} teklif etti.`,
  "offer.auto_declined": ({ amount, counterpart, vehicleTitle }) =>
    `${counterpart}, ${vehicleTitle} için ${amount} teklif etti; alt sınırınızın altında kaldığı için otomatik reddedildi.`,
  "offer.countered": ({ amount, counterpart, vehicleTitle }) =>
    `${counterpart}, ${vehicleTitle} için ${amount} karşı teklif verdi.`,
  "offer.accepted": ({ amount, counterpart, until, vehicleTitle }) =>
    `${vehicleTitle} için ${counterpart} ile ${amount} bedelle anlaşıldı. Araç ${until} tarihine kadar rezerve.`,
  "offer.rejected": ({ counterpart, vehicleTitle }) =>
    `${counterpart}, ${vehicleTitle} için verdiğiniz teklifi reddetti.`,
  "offer.withdrawn": ({ counterpart, vehicleTitle }) =>
    `${counterpart}, ${vehicleTitle} için teklifini geri çekti.`,
  "offer.expired": ({ counterpart, vehicleTitle }) =>
    `${vehicleTitle} için ${counterpart} ile olan teklifin süresi doldu.`,
  "offer.closed": ({ counterpart, reason, vehicleTitle }) => {
    if (reason === "RIVAL_ACCEPTED") {
      return `${vehicleTitle} için başka bir alıcıyla anlaşıldı, teklifiniz kapandı. İlginiz için teşekkür ederiz.`;
    }
    if (reason === "GALLERY_SUSPENDED") {
      return `${vehicleTitle} için ${counterpart} ile olan görüşme kapatıldı.`;
    }
    return `${vehicleTitle} artık satışta değil, teklifiniz kapandı.`;
  },
  "reservation.completed": ({ counterpart, vehicleTitle }) =>
    `${vehicleTitle} satışı ${counterpart} ile tamamlandı.`,
  "reservation.cancelled": ({ counterpart, reason, vehicleTitle }) =>
    `${counterpart}, ${vehicleTitle} rezervasyonunu iptal etti: ${reason}`,
  "reservation.expired": ({ vehicleTitle }) =>
    `${vehicleTitle} rezervasyonunun süresi doldu, araç yeniden satışta.`,
  "reservation.extension_requested": ({ counterpart, until, vehicleTitle }) =>
    `${counterpart}, ${vehicleTitle} rezervasyonunu ${until} tarihine kadar uzatmak istiyor.`,
  "reservation.extended": ({ until, vehicleTitle }) =>
    `${vehicleTitle} rezervasyonu ${until} tarihine kadar uzatıldı.`,
};

const EN: Lines = {
  "offer.created": ({ amount, counterpart, vehicleTitle }) =>
    `${counterpart} offered ${amount} for ${vehicleTitle}.`,
  "offer.auto_declined": ({ amount, counterpart, vehicleTitle }) =>
    `${counterpart} offered ${amount} for ${vehicleTitle}; it was declined for you, being below your lowest price.`,
  "offer.countered": ({ amount, counterpart, vehicleTitle }) =>
    `${counterpart} made a counter-offer of ${amount} for ${vehicleTitle}.`,
  "offer.accepted": ({ amount, counterpart, until, vehicleTitle }) =>
    `Agreed with ${counterpart} on ${amount} for ${vehicleTitle}. The vehicle is reserved until ${until}.`,
  "offer.rejected": ({ counterpart, vehicleTitle }) =>
    `${counterpart} rejected your offer for ${vehicleTitle}.`,
  "offer.withdrawn": ({ counterpart, vehicleTitle }) =>
    `${counterpart} withdrew their offer for ${vehicleTitle}.`,
  "offer.expired": ({ counterpart, vehicleTitle }) =>
    `The offer with ${counterpart} for ${vehicleTitle} has expired.`,
  "offer.closed": ({ counterpart, reason, vehicleTitle }) => {
    if (reason === "RIVAL_ACCEPTED") {
      return `${vehicleTitle} went to another buyer and your offer was closed. Thank you for your interest.`;
    }
    if (reason === "GALLERY_SUSPENDED") {
      return `The negotiation with ${counterpart} for ${vehicleTitle} was closed.`;
    }
    return `${vehicleTitle} is no longer for sale and your offer was closed.`;
  },
  "reservation.completed": ({ counterpart, vehicleTitle }) =>
    `The sale of ${vehicleTitle} with ${counterpart} is complete.`,
  "reservation.cancelled": ({ counterpart, reason, vehicleTitle }) =>
    `${counterpart} cancelled the reservation of ${vehicleTitle}: ${reason}`,
  "reservation.expired": ({ vehicleTitle }) =>
    `The reservation of ${vehicleTitle} has expired; the vehicle is for sale again.`,
  "reservation.extension_requested": ({ counterpart, until, vehicleTitle }) =>
    `${counterpart} would like to extend the reservation of ${vehicleTitle} until ${until}.`,
  "reservation.extended": ({ until, vehicleTitle }) =>
    `The reservation of ${vehicleTitle} was extended until ${until}.`,
};

const LINES = { tr: TR, en: EN } as const;

const moments = (language: string) =>
  new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Istanbul",
  });
const MOMENTS = { tr: moments("tr-TR"), en: moments("en-GB") } as const;

/** One sentence for lists and messages. Times are Türkiye's. */
export function newsLine(type: NewsType, facts: NewsFacts, locale: Locale): string {
  const { amount, counterpart, reason = "", until, vehicleTitle } = facts;
  return LINES[locale][type]({
    vehicleTitle,
    counterpart,
    reason,
    amount: amount ? formatMoney(amount, locale) : "",
    until: until ? MOMENTS[locale].format(new Date(until)) : "",
  });
}

/** SMS and e-mail made of the same sentence. `url` is absolute. */
export function newsMessages(
  line: string,
  reader: { firstName: string; locale: Locale; vehicleTitle: string; url: string },
): { sms: string; subject: string; email: string } {
  const { firstName, locale, url, vehicleTitle } = reader;
  const [greeting, more] =
    locale === "tr"
      ? [`Merhaba ${firstName},`, "Ayrıntılar ve yanıt için:"]
      : [`Hello ${firstName},`, "Details and your answer:"];
  return {
    sms: `Kontak: ${line} ${url}`,
    subject: `Kontak: ${vehicleTitle}`,
    email: [greeting, line, `${more}\n${url}`, "Kontak"].join("\n\n"),
  };
}
