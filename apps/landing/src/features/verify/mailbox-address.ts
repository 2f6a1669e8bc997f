import { readFrontEndEnv } from "@oto/trpc/next";

/** The mailbox of a trial installation; null in production, where it does not exist. */
export function mailboxAddress(): string | null {
  const env = readFrontEndEnv();
  if (env.OTO_ENV === "production") return null;
  return `${env.OTO_PUBLIC_API_URL.replace(/\/$/, "")}/dev/mailbox`;
}
