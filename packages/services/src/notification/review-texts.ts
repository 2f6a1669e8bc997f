import type { Locale } from "@oto/domain";

/** Decisions that a gallery's people hear of. */
export const REVIEW_DECISIONS = [
  "gallery.approved",
  "gallery.rejected",
  "gallery.suspended",
  "gallery.reactivated",
] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** What reviewers hear of. */
export type ReviewRequest = "gallery.registered" | "gallery.resubmitted";

interface ReviewFacts {
  firstName: string;
  galleryName: string;
  reason: string;
  /** Where to go on, absolute. */
  url: string;
}

interface ReviewText {
  sms: string;
  subject: string;
  /** Paragraphs between greeting and link. */
  paragraphs: readonly string[];
}

type Writer = (facts: ReviewFacts) => ReviewText;

const TR: Record<ReviewDecision, Writer> = {
  "gallery.approved": ({ galleryName, url }) => ({
    sms: `Kontak: ${galleryName} onaylandı. Giriş yapıp stok eklemeye başlayabilirsiniz: ${url}`,
    subject: `${galleryName} onaylandı`,
    paragraphs: [
      `${galleryName} için yaptığınız başvuru onaylandı.`,
      "Artık araç ekleyebilir, yayınlayabilir ve diğer galerilere teklif verebilirsiniz.",
    ],
  }),
  "gallery.rejected": ({ galleryName, reason, url }) => ({
    sms: `Kontak: ${galleryName} başvurusu onaylanmadı. Gerekçeyi görüp düzeltin: ${url}`,
    subject: `${galleryName} başvurusu onaylanmadı`,
    paragraphs: [
      `${galleryName} için yaptığınız başvuru onaylanmadı.`,
      `Gerekçe: ${reason}`,
      "Giriş yapıp bilgilerinizi düzeltebilir ve başvurunuzu yeniden gönderebilirsiniz.",
    ],
  }),
  "gallery.suspended": ({ galleryName, url }) => ({
    sms: `Kontak: ${galleryName} askıya alındı. Gerekçe için giriş yapın: ${url}`,
    subject: `${galleryName} askıya alındı`,
    paragraphs: [
      `${galleryName} askıya alındı; bu süre içinde işlem yapamazsınız.`,
      "Gerekçeyi görmek için giriş yapabilirsiniz. İlanlarınız yayından kaldırıldı, verileriniz duruyor.",
    ],
  }),
  "gallery.reactivated": ({ galleryName, url }) => ({
    sms: `Kontak: ${galleryName} yeniden etkin. Kaldığınız yerden devam edin: ${url}`,
    subject: `${galleryName} yeniden etkin`,
    paragraphs: [`${galleryName} yeniden etkin. Kaldığınız yerden devam edebilirsiniz.`],
  }),
};

const EN: Record<ReviewDecision, Writer> = {
  "gallery.approved": ({ galleryName, url }) => ({
    sms: `Kontak: ${galleryName} is approved. Sign in and add your stock: ${url}`,
    subject: `${galleryName} is approved`,
    paragraphs: [
      `Your registration of ${galleryName} is approved.`,
      "You can add and publish vehicles and make offers to other galleries now.",
    ],
  }),
  "gallery.rejected": ({ galleryName, reason, url }) => ({
    sms: `Kontak: the registration of ${galleryName} was not approved. See why and correct it: ${url}`,
    subject: `The registration of ${galleryName} was not approved`,
    paragraphs: [
      `Your registration of ${galleryName} was not approved.`,
      `Reason: ${reason}`,
      "Sign in to correct your details and send the registration again.",
    ],
  }),
  "gallery.suspended": ({ galleryName, url }) => ({
    sms: `Kontak: ${galleryName} is suspended. Sign in to read why: ${url}`,
    subject: `${galleryName} is suspended`,
    paragraphs: [
      `${galleryName} is suspended and cannot trade for now.`,
      "Sign in to read why. Your listings are offline, your data is kept.",
    ],
  }),
  "gallery.reactivated": ({ galleryName, url }) => ({
    sms: `Kontak: ${galleryName} is active again. Carry on here: ${url}`,
    subject: `${galleryName} is active again`,
    paragraphs: [`${galleryName} is active again. Carry on where you left off.`],
  }),
};

const WRITERS: Record<Locale, Record<ReviewDecision, Writer>> = { tr: TR, en: EN };

/** SMS and e-mail about a decision, in the reader's language. */
export function reviewText(
  decision: ReviewDecision,
  facts: ReviewFacts,
  locale: Locale,
): { sms: string; subject: string; email: string } {
  const { sms, subject, paragraphs } = WRITERS[locale][decision](facts);
  const greeting = locale === "tr" ? `Merhaba ${facts.firstName},` : `Hello ${facts.firstName},`;
  return { sms, subject, email: [greeting, ...paragraphs, facts.url, "Kontak"].join("\n\n") };
}

type InAppTexts = Record<ReviewDecision | ReviewRequest, (name: string) => string>;

const IN_APP: Record<Locale, InAppTexts> = {
  tr: {
    "gallery.approved": (name) => `${name} onaylandı. Artık araç ekleyip yayınlayabilirsiniz.`,
    "gallery.rejected": (name) => `${name} başvurusu onaylanmadı. Gerekçeyi görüp düzeltin.`,
    "gallery.suspended": (name) => `${name} askıya alındı.`,
    "gallery.reactivated": (name) => `${name} yeniden etkin.`,
    "gallery.registered": (name) => `Yeni başvuru: ${name}.`,
    "gallery.resubmitted": (name) => `Düzeltilmiş başvuru: ${name}.`,
  },
  en: {
    "gallery.approved": (name) => `${name} is approved. You can add and publish vehicles now.`,
    "gallery.rejected": (name) => `${name} was not approved. See why and correct it.`,
    "gallery.suspended": (name) => `${name} is suspended.`,
    "gallery.reactivated": (name) => `${name} is active again.`,
    "gallery.registered": (name) => `New registration: ${name}.`,
    "gallery.resubmitted": (name) => `Corrected registration: ${name}.`,
  },
};

/** In-app text of a notification about a review, or null for any other type. */
export function reviewNotificationText(
  type: string,
  params: Readonly<Record<string, unknown>>,
  locale: Locale,
): string | null {
  const text = Object.entries(IN_APP[locale]).find(([name]) => name === type)?.[1];
  return text ? text(String(params.galleryName ?? "")) : null;
}
