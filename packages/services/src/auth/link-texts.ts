import type { Locale } from "@oto/domain";
import type { ServicesEnv } from "../env";

/** What a link by e-mail is for: proving the address, a new password, a first one. */
export type LinkPurpose = "verify" | "reset" | "welcome";

interface LinkFacts {
  purpose: LinkPurpose;
  locale: Locale;
  firstName: string;
  token: string;
}

interface Lines {
  subject: string;
  lead: string;
  ignore: string;
}

const TR: Record<LinkPurpose, Lines> = {
  verify: {
    subject: "E-posta adresinizi doğrulayın",
    lead: "E-posta adresinizi doğrulamak için aşağıdaki bağlantıyı 24 saat içinde açın:",
    ignore: "Bu hesabı siz açmadıysanız bu iletiyi yok sayın.",
  },
  reset: {
    subject: "Yeni şifre belirleyin",
    lead: "Yeni bir şifre belirlemek için aşağıdaki bağlantıyı 30 dakika içinde açın:",
    ignore: "Bunu siz istemediyseniz bir şey yapmanız gerekmez; şifreniz değişmedi.",
  },
  welcome: {
    subject: "Kontak yönetim hesabınız hazır",
    lead: "Hesabınızın şifresini belirlemek için aşağıdaki bağlantıyı 72 saat içinde açın:",
    ignore: "Bu iletiyi beklemiyorsanız yok sayın.",
  },
};

const EN: Record<LinkPurpose, Lines> = {
  verify: {
    subject: "Verify your e-mail address",
    lead: "Open this link within 24 hours to verify your e-mail address:",
    ignore: "If you did not open this account, ignore this message.",
  },
  reset: {
    subject: "Choose a new password",
    lead: "Open this link within 30 minutes to choose a new password:",
    ignore: "If you did not ask for this, do nothing: your password has not changed.",
  },
  welcome: {
    subject: "Your Kontak staff account is ready",
    lead: "Open this link within 72 hours to choose a password for your account:",
    ignore: "If you did not expect this message, ignore it.",
  },
};

const PATHS: Record<LinkPurpose, string> = {
  verify: "/e-posta",
  reset: "/sifre",
  welcome: "/sifre?panel=yonetim",
};

/**
 * Subject and text of a link. The token stands behind `#`: it reaches no server's log and no other
 * site.
 */
export function linkText(
  env: Pick<ServicesEnv, "OTO_LANDING_URL">,
  { purpose, locale, firstName, token }: LinkFacts,
): { subject: string; text: string } {
  const { subject, lead, ignore } = (locale === "tr" ? TR : EN)[purpose];
  const base = env.OTO_LANDING_URL.replace(/\/$/, "");
  const url = `${base}${locale === "en" ? "/en" : ""}${PATHS[purpose]}#token=${token}`;
  const greeting = locale === "tr" ? `Merhaba ${firstName},` : `Hello ${firstName},`;
  return {
    subject: `Kontak: ${subject}`,
    text: [greeting, `${lead}\n${url}`, ignore, "Kontak"].join("\n\n"),
  };
}
