import type { Locale } from "@oto/domain";
import type { ServicesEnv } from "../env";

/** What a link by e-mail is for: proving the address, a new password, a first one. */
export type LinkPurpose = "verify" | "reset" | "welcome";

const PATHS: Record<LinkPurpose, string> = {
  verify: "/e-posta",
  reset: "/sifre",
  welcome: "/sifre?panel=yonetim",
};

/**
 * Where a link leads. The token stands behind `#`: it reaches no server's log and no other site.
 */
export function linkUrl(
  env: Pick<ServicesEnv, "OTO_LANDING_URL">,
  { locale, purpose, token }: { purpose: LinkPurpose; locale: Locale; token: string },
): string {
  const base = env.OTO_LANDING_URL.replace(/\/$/, "");
  return `${base}${locale === "en" ? "/en" : ""}${PATHS[purpose]}#token=${token}`;
}
