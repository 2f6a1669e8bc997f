import type { Tx } from "@oto/db";
import type { PublicContext } from "../context";
import { recordConsents } from "../kvkk/consent.service";
import { readUnsubscribeToken } from "./unsubscribe-token";

const REASON = "whoever follows the link is not signed in";

async function endMarketing(ctx: PublicContext, tx: Tx, userId: string): Promise<boolean> {
  const user = await tx.user.findFirst({
    where: { id: userId, erasedAt: null },
    select: {
      _count: { select: { memberships: true } },
      consents: {
        where: { kind: "marketing" },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { granted: true },
      },
    },
  });
  if (!user) return false;
  if (user.consents[0]?.granted) {
    const trades = user._count.memberships > 0;
    await recordConsents(ctx, tx, { userId, trades, granted: { marketing: false } });
  }
  return true;
}

/**
 * Ends what a link was given out for: takes back the consent to commercial messages and queues that
 * for the register, or turns off the alerts of a saved search, which stays. Twice does no more than
 * once; a link that is none of ours does nothing.
 * @returns whether the link is good
 */
export async function unsubscribe(ctx: PublicContext, token: string): Promise<boolean> {
  const what = readUnsubscribeToken(ctx, token);
  if (what === null) return false;
  return ctx.database.unsafeSystem(REASON).write(async (tx) => {
    if (what.kind === "marketing") return endMarketing(ctx, tx, what.userId);
    // A search that was removed meanwhile tells nobody any more.
    await tx.savedSearch.updateMany({
      where: { id: what.savedSearchId, alert: { not: "OFF" } },
      data: { alert: "OFF" },
    });
    return true;
  });
}
