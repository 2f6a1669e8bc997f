import type { Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { ConsentKind } from "@oto/domain";
import {
  CONSENT_KINDS,
  CONSENT_VERSION,
  DomainError,
  isWithdrawable,
  iysConsents,
} from "@oto/domain";
import type { PublicContext, SessionContext } from "../context";
import type { ConsentView } from "./kvkk.views";

const REASON = "consents belong to people, not to galleries";

interface Decisions {
  userId: string;
  /** Whether the person trades as a business. */
  trades: boolean;
  granted: Partial<Record<ConsentKind, boolean>>;
}

/** What the register of commercial consents has to hear about a decision. */
async function queueForIys(
  ctx: PublicContext,
  tx: Tx,
  decision: { consentId: string; userId: string; trades: boolean; granted: boolean },
): Promise<void> {
  const { consentId, userId, trades, granted } = decision;
  const { phone, email } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { phone: true, email: true },
  });
  const at = ctx.now();
  await tx.iysRecord.createMany({
    data: iysConsents({ phone, email, trades, granted, at }).map((record) => ({
      id: newId(),
      consentId,
      ...record,
      createdAt: at,
    })),
  });
}

/**
 * Writes decisions down, each with version, time and address. A consent is never changed, only
 * followed by a newer one. A yes to commercial messages, and a no after a yes, go to İYS.
 */
export async function recordConsents(
  ctx: PublicContext,
  tx: Tx,
  { userId, trades, granted }: Decisions,
): Promise<void> {
  for (const kind of CONSENT_KINDS) {
    const yes = granted[kind];
    if (yes === undefined) continue;
    const before = await tx.consent.findFirst({
      where: { userId, kind },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { granted: true },
    });
    const id = newId();
    await tx.consent.create({
      data: {
        id,
        userId,
        kind,
        version: CONSENT_VERSION,
        granted: yes,
        ip: ctx.origin.ip,
        createdAt: ctx.now(),
      },
      select: { id: true },
    });
    if (kind !== "marketing" || yes === (before?.granted ?? false)) continue;
    await queueForIys(ctx, tx, { consentId: id, userId, trades, granted: yes });
  }
}

/** Records the caller's choice about commercial messages. */
export function recordMarketing(ctx: SessionContext, tx: Tx, granted: boolean): Promise<void> {
  const { userId, gallery } = ctx.identity;
  return recordConsents(ctx, tx, {
    userId,
    trades: gallery !== null,
    granted: { marketing: granted },
  });
}

/** What the caller agreed to, with version and time. */
export async function listConsents(ctx: SessionContext): Promise<{ items: ConsentView[] }> {
  const { userId } = ctx.identity;
  const rows = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.consent.findMany({
      where: { userId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { kind: true, version: true, granted: true, createdAt: true },
    }),
  );
  const items = CONSENT_KINDS.map((kind) => {
    const history = rows
      .filter((row) => row.kind === kind)
      .map(({ version, granted, createdAt }) => ({
        version,
        granted,
        at: createdAt.toISOString(),
      }));
    return {
      kind,
      granted: history[0]?.granted ?? false,
      withdrawable: isWithdrawable(kind),
      history,
    };
  });
  return { items };
}

/**
 * Gives or takes back a consent that is free.
 * @throws DomainError `kvkk.wrong_state` for one that the account rests on
 */
export async function setConsent(
  ctx: SessionContext,
  input: { kind: ConsentKind; granted: boolean },
): Promise<{ items: ConsentView[] }> {
  if (!isWithdrawable(input.kind)) throw new DomainError("kvkk.wrong_state");
  await ctx.database.unsafeSystem(REASON).write((tx) => recordMarketing(ctx, tx, input.granted));
  return listConsents(ctx);
}
