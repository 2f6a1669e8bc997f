import type { Tx } from "@oto/db";
import type { OtpPurpose } from "@oto/domain";

/** What a code may be for: what anybody asks for, and what only somebody signed in does. */
export type CodePurpose = OtpPurpose | "phone_present" | "phone_new";

export interface OtpChallengeRow {
  id: string;
  phone: string;
  purpose: string;
  codeHash: string;
  attempts: number;
  expiresAt: Date;
  consumedAt: Date | null;
  createdAt: Date;
}

/** Requests and guesses for one phone wait for each other until the transaction ends. */
export async function lockPhone(tx: Tx, phone: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`otp:${phone}`}, 0))`;
}

/** The newest challenge of a phone for a purpose, of one account where it is bound to one. */
export function latestChallenge(
  tx: Tx,
  where: { phone: string; purpose: CodePurpose; userId?: string | null },
): Promise<OtpChallengeRow | null> {
  const { phone, purpose, userId } = where;
  return tx.otpChallenge.findFirst({
    where: { phone, purpose, ...(userId === undefined ? {} : { userId }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      phone: true,
      purpose: true,
      codeHash: true,
      attempts: true,
      expiresAt: true,
      consumedAt: true,
      createdAt: true,
    },
  });
}
