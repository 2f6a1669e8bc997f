/** How long a kind of data is kept, why, and what happens to it then. */
export interface RetentionRule {
  readonly rule: string;
  /** Days counted from what `from` says; null: as long as the account or the business lives. */
  readonly days: number | null;
  readonly from: string;
  readonly basis: string;
  readonly action: "delete" | "anonymise" | "keep";
}

const YEAR = 365;

/**
 * The retention table: one row for every kind of personal data that the platform holds. Rows with
 * days are enforced by the schedules `forget-spent-credentials`, `enforce-retention` and `sweep-chat`; each
 * destruction leaves a line in the log, which itself is kept (KVKK regulation on erasure, art. 7:
 * three years at least).
 */
export const RETENTION = [
  { rule: "otp-challenge", days: 2, from: "request", basis: "security", action: "delete" },
  { rule: "email-token", days: 2, from: "request", basis: "security", action: "delete" },
  { rule: "session", days: 30, from: "end of the session", basis: "security", action: "delete" },
  {
    rule: "session-address",
    days: 2 * YEAR,
    from: "start of the session",
    basis: "law 5651",
    action: "anonymise",
  },
  { rule: "notification", days: 2 * YEAR, from: "creation", basis: "contract", action: "delete" },
  { rule: "chat", days: 3 * YEAR, from: "sending", basis: "evidence", action: "delete" },
  { rule: "sent-message", days: 1 * YEAR, from: "sending", basis: "evidence", action: "delete" },
  {
    rule: "invitation",
    days: 180,
    from: "end of the invitation",
    basis: "contract",
    action: "delete",
  },
  { rule: "data-export", days: 7, from: "completion", basis: "KVKK art. 12", action: "delete" },
  {
    rule: "rejected-gallery",
    days: 2 * YEAR,
    from: "rejection",
    basis: "evidence",
    action: "anonymise",
  },
  { rule: "account", days: null, from: "erasure", basis: "contract", action: "anonymise" },
  {
    rule: "consent",
    days: 3 * YEAR,
    from: "withdrawal",
    basis: "law 6563, evidence",
    action: "keep",
  },
  { rule: "deal", days: 10 * YEAR, from: "completion", basis: "TTK art. 82", action: "keep" },
  { rule: "audit", days: 10 * YEAR, from: "action", basis: "evidence", action: "keep" },
  {
    rule: "destruction-log",
    days: 3 * YEAR,
    from: "destruction",
    basis: "KVKK regulation art. 7",
    action: "keep",
  },
] as const satisfies readonly RetentionRule[];

export type RetentionRuleName = (typeof RETENTION)[number]["rule"];

/** The instant before which data under a rule has to go, or null for rules without a term. */
export function retentionLimit(rule: RetentionRuleName, now: Date): Date | null {
  const days = RETENTION.find((row) => row.rule === rule)?.days ?? null;
  return days === null ? null : new Date(now.getTime() - days * 24 * 3_600_000);
}
