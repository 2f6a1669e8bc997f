import type { PublicContext } from "../context";
import { recordConsents } from "../kvkk/consent.service";
import { readUnsubscribeToken } from "./unsubscribe-token";

const REASON = "whoever follows the link is not signed in";

/**
 * Takes back the consent to commercial messages of whoever a link was given to, and queues it for the
 * register. Twice does no more than once; a link that is none of ours does nothing.
 * @returns whether the link is good
 */
export async function unsubscribe(ctx: PublicContext, token: string): Promise<boolean> {
  const userId = readUnsubscribeToken(ctx, token);
  if (userId === null) return false;
  return ctx.database.unsafeSystem(REASON).write(async (tx) => {
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
  });
}
