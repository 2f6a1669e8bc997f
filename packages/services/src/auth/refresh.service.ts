import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { PublicContext } from "../context";
import { signAccessToken } from "./access-token";
import type { RefreshInput } from "./auth.input";
import type { TokensView } from "./auth.views";
import { LIFETIMES } from "./auth-limits";
import { hashToken } from "./secrets";
import { addRefreshToken, endSessions, sessionUserSelect, signedIn } from "./session.service";

const REASON = "sessions belong to people, not to galleries";

interface LockedToken {
  id: string;
  session_id: string;
  user_id: string;
  used: boolean;
  live: boolean;
}

/** The refresh token with its family's session locked: of parallel calls, one goes first. */
async function lockFamily(
  tx: Tx,
  { refreshToken, now }: { refreshToken: string; now: Date },
): Promise<LockedToken | undefined> {
  const tokenHash = hashToken(refreshToken);
  await tx.$queryRaw`
    select s.id from session s join refresh_token r on r.session_id = s.id
    where r.token_hash = ${tokenHash} for update of s`;
  const rows = await tx.$queryRaw<LockedToken[]>`
    select r.id, r.session_id, s.user_id, r.used_at is not null as used,
      (s.revoked_at is null and s.expires_at > ${now} and r.expires_at > ${now}) as live
    from refresh_token r join session s on s.id = r.session_id
    where r.token_hash = ${tokenHash}`;
  return rows[0];
}

async function rotate(ctx: PublicContext, tx: Tx, token: LockedToken): Promise<TokensView> {
  const now = ctx.now();
  await tx.refreshToken.update({
    where: { id: token.id },
    data: { usedAt: now },
    select: { id: true },
  });
  const { user } = await tx.session.update({
    where: { id: token.session_id },
    data: { lastUsedAt: now, expiresAt: new Date(now.getTime() + LIFETIMES.refreshToken) },
    select: { user: { select: sessionUserSelect } },
  });
  const refreshToken = await addRefreshToken(tx, { sessionId: token.session_id, now });
  const access = await signAccessToken(ctx, { userId: user.id, sessionId: token.session_id });
  return { ...access, refreshToken, user: signedIn(user) };
}

/**
 * A new pair for a refresh token. A token works once: whoever brings it again may have stolen it,
 * so the whole family ends.
 * @throws DomainError `auth.refresh_invalid`, `auth.refresh_reused`, `auth.session_expired`
 */
export async function refresh(ctx: PublicContext, input: RefreshInput): Promise<TokensView> {
  const outcome = await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const token = await lockFamily(tx, { refreshToken: input.refreshToken, now: ctx.now() });
    if (!token) return new DomainError("auth.refresh_invalid");
    if (token.used) {
      await endSessions(ctx, tx, {
        userId: token.user_id,
        sessionId: token.session_id,
        end: "refresh_reused",
      });
      await audit(tx, {
        action: "auth.refresh_reused",
        entityType: "session",
        entityId: token.session_id,
        galleryId: null,
        actorId: token.user_id,
        ip: ctx.origin.ip,
        requestId: ctx.origin.requestId,
      });
      return new DomainError("auth.refresh_reused");
    }
    if (!token.live) return new DomainError("auth.session_expired");
    return rotate(ctx, tx, token);
  });
  if (outcome instanceof DomainError) throw outcome;
  return outcome;
}
