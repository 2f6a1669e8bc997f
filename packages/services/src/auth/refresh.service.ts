import { createHmac } from "node:crypto";
import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { Platform, PublicContext } from "../context";
import { deriveKey } from "../crypto";
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
  used_at: Date | null;
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
    select r.id, r.session_id, s.user_id, r.used_at,
      (s.revoked_at is null and s.expires_at > ${now} and r.expires_at > ${now}) as live
    from refresh_token r join session s on s.id = r.session_id
    where r.token_hash = ${tokenHash}`;
  return rows[0];
}

/**
 * The token that follows: derived from its forerunner, so that a second tab that brings the same
 * one in time gets the same answer, and the family never has two living branches.
 */
function successorOf(platform: Platform, refreshToken: string): string {
  const key = deriveKey(platform.env.OTO_SECRET, "refresh-successor");
  return createHmac("sha256", key).update(refreshToken).digest("base64url");
}

interface Use {
  token: LockedToken;
  refreshToken: string;
}

async function answer(ctx: PublicContext, tx: Tx, use: Use): Promise<TokensView> {
  const { session_id: sessionId, user_id: id } = use.token;
  const user = await tx.user.findUniqueOrThrow({ where: { id }, select: sessionUserSelect });
  const access = await signAccessToken(ctx, { userId: id, sessionId });
  return { ...access, refreshToken: successorOf(ctx, use.refreshToken), user: signedIn(user) };
}

async function rotate(ctx: PublicContext, tx: Tx, use: Use): Promise<TokensView> {
  const now = ctx.now();
  const { id, session_id: sessionId } = use.token;
  await tx.refreshToken.update({ where: { id }, data: { usedAt: now }, select: { id: true } });
  await tx.session.update({
    where: { id: sessionId },
    data: { lastUsedAt: now, expiresAt: new Date(now.getTime() + LIFETIMES.refreshToken) },
    select: { id: true },
  });
  const refreshToken = successorOf(ctx, use.refreshToken);
  await addRefreshToken(tx, { sessionId, refreshToken, now });
  return answer(ctx, tx, use);
}

/**
 * Whether a used token is forgiven: a front end of the platform brings it, within seconds, and what
 * followed it is still unused. Two tabs whose requests crossed do that; a thief who comes second
 * gets a token that the next use by either side exposes.
 */
async function isParallelTab(ctx: PublicContext, tx: Tx, use: Use): Promise<boolean> {
  const { used_at: usedAt, live } = use.token;
  if (!ctx.origin.frontEnd || !usedAt || !live) return false;
  if (ctx.now().getTime() - usedAt.getTime() > LIFETIMES.refreshGrace) return false;
  const tokenHash = hashToken(successorOf(ctx, use.refreshToken));
  return (await tx.refreshToken.count({ where: { tokenHash, usedAt: null } })) === 1;
}

async function endFamily(ctx: PublicContext, tx: Tx, token: LockedToken): Promise<void> {
  const { user_id: userId, session_id: sessionId } = token;
  await endSessions(ctx, tx, { userId, sessionId, end: "refresh_reused" });
  await audit(tx, {
    action: "auth.refresh_reused",
    entityType: "session",
    entityId: sessionId,
    galleryId: null,
    actorId: userId,
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
}

/**
 * A new pair for a refresh token. A token works once: whoever brings it again may have stolen it,
 * so the whole family ends. Tabs of one front end that cross each other are forgiven.
 * @throws DomainError `auth.refresh_invalid`, `auth.refresh_reused`, `auth.session_expired`
 */
export async function refresh(ctx: PublicContext, input: RefreshInput): Promise<TokensView> {
  const { refreshToken } = input;
  const outcome = await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const token = await lockFamily(tx, { refreshToken, now: ctx.now() });
    if (!token) return new DomainError("auth.refresh_invalid");
    const use = { token, refreshToken };
    if (token.used_at) {
      if (await isParallelTab(ctx, tx, use)) return answer(ctx, tx, use);
      await endFamily(ctx, tx, token);
      return new DomainError("auth.refresh_reused");
    }
    if (!token.live) return new DomainError("auth.session_expired");
    return rotate(ctx, tx, use);
  });
  if (outcome instanceof DomainError) throw outcome;
  return outcome;
}
