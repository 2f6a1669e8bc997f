import type { CodeTable } from "../../sending/provider";

/** İleti Merkezi's codes (JSON v1). */
export const ILETIMERKEZI_CODES = {
  "200": { outcome: "sent", meaning: "taken" },
  "401": { outcome: "alert", meaning: "key or hash not allowed" },
  "402": { outcome: "alert", meaning: "no balance" },
  "450": { outcome: "alert", meaning: "sender name not allowed" },
  // The very message is there already: what an unanswered try left behind, or a text sent twice.
  "451": { outcome: "sent", meaning: "taken before" },
  "452": { outcome: "give_up", meaning: "no recipient in it" },
  "466": { outcome: "give_up", meaning: "number not valid" },
  "468": { outcome: "give_up", meaning: "no consent in the register" },
  "469": { outcome: "give_up", meaning: "consent taken back in the register" },
  "470": { outcome: "give_up", meaning: "register refuses the recipient" },
  "503": { outcome: "retry", meaning: "system error" },
} as const satisfies CodeTable;
