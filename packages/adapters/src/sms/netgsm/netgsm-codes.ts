import type { CodeTable } from "../../sending/provider";

/** Netgsm's codes (REST v2, OTP and bulk). */
export const NETGSM_CODES = {
  "00": { outcome: "sent", meaning: "taken" },
  "20": { outcome: "give_up", meaning: "text refused or too long" },
  "30": { outcome: "alert", meaning: "user, password or address not allowed" },
  "40": { outcome: "alert", meaning: "sender name not registered" },
  "41": { outcome: "alert", meaning: "sender name not allowed" },
  "50": { outcome: "give_up", meaning: "number cannot be reached by this account" },
  "51": { outcome: "give_up", meaning: "number refused" },
  "52": { outcome: "give_up", meaning: "number not valid" },
  "60": { outcome: "alert", meaning: "no credit for codes" },
  "70": { outcome: "alert", meaning: "parameter missing or wrong" },
  "80": { outcome: "retry", meaning: "too many requests" },
  "85": { outcome: "retry", meaning: "too many messages to one number" },
  "100": { outcome: "retry", meaning: "system error" },
  "101": { outcome: "retry", meaning: "system error" },
} as const satisfies CodeTable;
