import type { CodeTable } from "../../sending/provider";

/** What SMTP's replies mean (RFC 5321, 4954); other 4yz are tried again, other 5yz are not. */
export const SMTP_CODES = {
  "250": { outcome: "sent", meaning: "taken" },
  "421": { outcome: "retry", meaning: "service closing" },
  "450": { outcome: "retry", meaning: "mailbox busy" },
  "451": { outcome: "retry", meaning: "error on their side" },
  "452": { outcome: "retry", meaning: "no room on their side" },
  "454": { outcome: "retry", meaning: "authentication not available now" },
  "530": { outcome: "alert", meaning: "authentication needed" },
  "534": { outcome: "alert", meaning: "authentication too weak" },
  "535": { outcome: "alert", meaning: "user or password not allowed" },
  "550": { outcome: "give_up", meaning: "mailbox not there" },
  "551": { outcome: "give_up", meaning: "user not local" },
  "552": { outcome: "give_up", meaning: "mailbox full" },
  "553": { outcome: "give_up", meaning: "address not allowed" },
  "554": { outcome: "give_up", meaning: "refused" },
} as const satisfies CodeTable;
