import { defineSystemMessages, email, line } from "./define-system-message";

const APP = { variables: ["galleryName"], required: ["galleryName"] } as const;
const SENT = {
  variables: ["firstName", "galleryName", "url"],
  required: ["galleryName", "url"],
} as const;
/** Rejections and suspensions have a reason, which texts may leave to the panel. */
const REASONED = { ...SENT, variables: [...SENT.variables, "reason"] } as const;

const REASON_SAMPLES = {
  tr: { reason: "Vergi levhası okunmuyor" },
  en: { reason: "The tax certificate cannot be read" },
} as const;

/** What a gallery's owner and the platform's reviewers hear of a registration. */
export const reviewMessages = defineSystemMessages({
  "gallery.approved": {
    title: { tr: "Galeri onaylandı", en: "Gallery approved" },
    texts: {
      app: {
        ...APP,
        tr: line("{galleryName} onaylandı. Artık araç ekleyip yayınlayabilirsiniz."),
        en: line("{galleryName} is approved. You can add and publish vehicles now."),
      },
      sms: {
        ...SENT,
        tr: line(
          "Kontak: {galleryName} onaylandı. Giriş yapıp stok eklemeye başlayabilirsiniz: {url}",
        ),
        en: line("Kontak: {galleryName} is approved. Sign in and add your stock: {url}"),
      },
      email: {
        ...SENT,
        tr: email(
          "{galleryName} onaylandı",
          "Merhaba {firstName},",
          "{galleryName} için yaptığınız başvuru onaylandı.",
          "Artık araç ekleyebilir, yayınlayabilir ve diğer galerilere teklif verebilirsiniz.",
          "{url}",
        ),
        en: email(
          "{galleryName} is approved",
          "Hello {firstName},",
          "Your registration of {galleryName} is approved.",
          "You can add and publish vehicles and make offers to other galleries now.",
          "{url}",
        ),
      },
    },
  },
  "gallery.rejected": {
    title: { tr: "Galeri başvurusu onaylanmadı", en: "Gallery not approved" },
    samples: REASON_SAMPLES,
    texts: {
      app: {
        ...APP,
        tr: line("{galleryName} başvurusu onaylanmadı. Gerekçeyi görüp düzeltin."),
        en: line("{galleryName} was not approved. See why and correct it."),
      },
      sms: {
        ...REASONED,
        tr: line("Kontak: {galleryName} başvurusu onaylanmadı. Gerekçeyi görüp düzeltin: {url}"),
        en: line(
          "Kontak: the registration of {galleryName} was not approved. See why and correct it: {url}",
        ),
      },
      email: {
        variables: REASONED.variables,
        required: [...REASONED.required, "reason"],
        tr: email(
          "{galleryName} başvurusu onaylanmadı",
          "Merhaba {firstName},",
          "{galleryName} için yaptığınız başvuru onaylanmadı.",
          "Gerekçe: {reason}",
          "Giriş yapıp bilgilerinizi düzeltebilir ve başvurunuzu yeniden gönderebilirsiniz.",
          "{url}",
        ),
        en: email(
          "The registration of {galleryName} was not approved",
          "Hello {firstName},",
          "Your registration of {galleryName} was not approved.",
          "Reason: {reason}",
          "Sign in to correct your details and send the registration again.",
          "{url}",
        ),
      },
    },
  },
  "gallery.suspended": {
    title: { tr: "Galeri askıya alındı", en: "Gallery suspended" },
    samples: REASON_SAMPLES,
    texts: {
      app: {
        ...APP,
        tr: line("{galleryName} askıya alındı."),
        en: line("{galleryName} is suspended."),
      },
      sms: {
        ...REASONED,
        tr: line("Kontak: {galleryName} askıya alındı. Gerekçe için giriş yapın: {url}"),
        en: line("Kontak: {galleryName} is suspended. Sign in to read why: {url}"),
      },
      email: {
        ...REASONED,
        tr: email(
          "{galleryName} askıya alındı",
          "Merhaba {firstName},",
          "{galleryName} askıya alındı; bu süre içinde işlem yapamazsınız.",
          "Gerekçeyi görmek için giriş yapabilirsiniz. İlanlarınız yayından kaldırıldı, verileriniz duruyor.",
          "{url}",
        ),
        en: email(
          "{galleryName} is suspended",
          "Hello {firstName},",
          "{galleryName} is suspended and cannot trade for now.",
          "Sign in to read why. Your listings are offline, your data is kept.",
          "{url}",
        ),
      },
    },
  },
  "gallery.reactivated": {
    title: { tr: "Galeri yeniden etkin", en: "Gallery active again" },
    texts: {
      app: {
        ...APP,
        tr: line("{galleryName} yeniden etkin."),
        en: line("{galleryName} is active again."),
      },
      sms: {
        ...SENT,
        tr: line("Kontak: {galleryName} yeniden etkin. Kaldığınız yerden devam edin: {url}"),
        en: line("Kontak: {galleryName} is active again. Carry on here: {url}"),
      },
      email: {
        ...SENT,
        tr: email(
          "{galleryName} yeniden etkin",
          "Merhaba {firstName},",
          "{galleryName} yeniden etkin. Kaldığınız yerden devam edebilirsiniz.",
          "{url}",
        ),
        en: email(
          "{galleryName} is active again",
          "Hello {firstName},",
          "{galleryName} is active again. Carry on where you left off.",
          "{url}",
        ),
      },
    },
  },
  "gallery.registered": {
    title: { tr: "Yeni galeri başvurusu", en: "New registration of a gallery" },
    texts: {
      app: {
        ...APP,
        tr: line("Yeni başvuru: {galleryName}."),
        en: line("New registration: {galleryName}."),
      },
    },
  },
  "gallery.resubmitted": {
    title: { tr: "Düzeltilmiş galeri başvurusu", en: "Corrected registration of a gallery" },
    texts: {
      app: {
        ...APP,
        tr: line("Düzeltilmiş başvuru: {galleryName}."),
        en: line("Corrected registration: {galleryName}."),
      },
    },
  },
});
