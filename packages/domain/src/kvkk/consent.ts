/** What a person may agree to; each is asked and recorded by itself. */
export const CONSENT_KINDS = ["terms", "kvkk", "marketing"] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** Texts that people agree to carry this version; a new text, a new version. */
export const CONSENT_VERSION = "2026-01";

/**
 * Whether a consent can be taken back while the account lives. The contract and the notice cannot:
 * leaving them means closing the account. KVKK art. 5, 7 and 11.
 */
export const isWithdrawable = (kind: ConsentKind): boolean => kind === "marketing";

/** One consent for commercial messages, as the law's register (İYS) takes it. */
export interface IysConsent {
  recipient: string;
  recipientType: "BIREYSEL" | "TACIR";
  type: "ARAMA" | "MESAJ" | "EPOSTA";
  status: "ONAY" | "RET";
  source: "HS_EORTAM";
  /** `YYYY-MM-DD HH:mm:ss`, Türkiye's time. */
  consentDate: string;
}

const DAY = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Istanbul",
  dateStyle: "short",
  timeStyle: "medium",
});

/**
 * What İYS has to be told about one decision: calls and messages by phone, mail by address. People
 * who trade are `TACIR`, everybody else is `BIREYSEL`.
 */
export function iysConsents(decision: {
  phone: string | null;
  email: string;
  trades: boolean;
  granted: boolean;
  at: Date;
}): IysConsent[] {
  const common = {
    recipientType: decision.trades ? "TACIR" : "BIREYSEL",
    status: decision.granted ? "ONAY" : "RET",
    source: "HS_EORTAM",
    consentDate: DAY.format(decision.at),
  } as const;
  const { phone } = decision;
  return [
    ...(phone
      ? (["ARAMA", "MESAJ"] as const).map((type) => ({ ...common, type, recipient: phone }))
      : []),
    { ...common, type: "EPOSTA", recipient: decision.email },
  ];
}
