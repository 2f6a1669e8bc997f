import "server-only";

import { readFrontEndEnv } from "@oto/trpc/next";

/** The public site in a language, without a slash at the end: English lives below `/en`. */
export function landingUrl(locale: string): string {
  const root = readFrontEndEnv().OTO_LANDING_URL.replace(/\/$/, "");
  return locale === "en" ? `${root}/en` : root;
}
