import { defineSystemMessages, email, line } from "./define-system-message";

const LINK = { variables: ["firstName", "url"], required: ["url"] } as const;
const INVITATION = {
  variables: ["galleryName", "url"],
  required: ["galleryName", "url"],
} as const;

/** What people need to get into their accounts: codes, links, invitations. */
export const accountMessages = defineSystemMessages({
  otp: {
    title: { tr: "Doğrulama kodu", en: "Verification code" },
    texts: {
      sms: {
        variables: ["code"],
        required: ["code"],
        tr: line("Kontak doğrulama kodunuz: {code}. 3 dakika geçerlidir. Kimseyle paylaşmayın."),
        en: line("Your Kontak code: {code}. Valid for 3 minutes. Do not share it."),
      },
    },
  },
  "link.verify": {
    title: { tr: "E-posta doğrulama bağlantısı", en: "Link that verifies an e-mail address" },
    texts: {
      email: {
        ...LINK,
        tr: email(
          "Kontak: E-posta adresinizi doğrulayın",
          "Merhaba {firstName},",
          "E-posta adresinizi doğrulamak için aşağıdaki bağlantıyı 24 saat içinde açın:\n{url}",
          "Bu hesabı siz açmadıysanız bu iletiyi yok sayın.",
        ),
        en: email(
          "Kontak: Verify your e-mail address",
          "Hello {firstName},",
          "Open this link within 24 hours to verify your e-mail address:\n{url}",
          "If you did not open this account, ignore this message.",
        ),
      },
    },
  },
  "link.reset": {
    title: { tr: "Yeni şifre bağlantısı", en: "Link for a new password" },
    texts: {
      email: {
        ...LINK,
        tr: email(
          "Kontak: Yeni şifre belirleyin",
          "Merhaba {firstName},",
          "Yeni bir şifre belirlemek için aşağıdaki bağlantıyı 30 dakika içinde açın:\n{url}",
          "Bunu siz istemediyseniz bir şey yapmanız gerekmez; şifreniz değişmedi.",
        ),
        en: email(
          "Kontak: Choose a new password",
          "Hello {firstName},",
          "Open this link within 30 minutes to choose a new password:\n{url}",
          "If you did not ask for this, do nothing: your password has not changed.",
        ),
      },
    },
  },
  "link.welcome": {
    title: { tr: "Yönetim hesabının ilk bağlantısı", en: "First link of a staff account" },
    texts: {
      email: {
        ...LINK,
        tr: email(
          "Kontak: Kontak yönetim hesabınız hazır",
          "Merhaba {firstName},",
          "Hesabınızın şifresini belirlemek için aşağıdaki bağlantıyı 72 saat içinde açın:\n{url}",
          "Bu iletiyi beklemiyorsanız yok sayın.",
        ),
        en: email(
          "Kontak: Your Kontak staff account is ready",
          "Hello {firstName},",
          "Open this link within 72 hours to choose a password for your account:\n{url}",
          "If you did not expect this message, ignore it.",
        ),
      },
    },
  },
  "staff.invitation": {
    title: { tr: "Ekip daveti", en: "Invitation to a team" },
    texts: {
      sms: {
        ...INVITATION,
        tr: line("Kontak: {galleryName} sizi ekibine davet etti. {url}"),
        en: line("Kontak: {galleryName} invites you to its team. {url}"),
      },
      email: {
        ...INVITATION,
        tr: email(
          "Kontak: {galleryName} sizi ekibine davet etti",
          "{galleryName} sizi ekibine davet etti.",
          "Daveti kabul etmek için bağlantıyı 7 gün içinde açın:\n{url}",
        ),
        en: email(
          "Kontak: {galleryName} invites you to its team",
          "{galleryName} invites you to its team.",
          "Open the link within 7 days to accept:\n{url}",
        ),
      },
    },
  },
});
