import type { CodeTable } from "../../sending/provider";

/** What a push service's status means (RFC 8030, 8292). */
export const WEB_PUSH_CODES = {
  "200": { outcome: "sent", meaning: "taken" },
  "201": { outcome: "sent", meaning: "taken" },
  "202": { outcome: "sent", meaning: "taken" },
  "204": { outcome: "sent", meaning: "taken" },
  "400": { outcome: "give_up", meaning: "malformed" },
  "401": { outcome: "alert", meaning: "our keys are not accepted" },
  "403": { outcome: "alert", meaning: "our keys are not those of the subscription" },
  "413": { outcome: "give_up", meaning: "too long" },
  "429": { outcome: "retry", meaning: "too many" },
  "500": { outcome: "retry", meaning: "system error" },
  "502": { outcome: "retry", meaning: "system error" },
  "503": { outcome: "retry", meaning: "not available" },
} as const satisfies CodeTable;

/** The subscription is over: 404 and 410 say so, and it is to be deleted. */
export const WEB_PUSH_GONE: ReadonlySet<number> = new Set([404, 410]);
