import type { Tx } from "@oto/db";
import { afterCommit, audit, newId } from "@oto/db";
import type { GalleryRole, GalleryStatus, PlatformRole } from "@oto/domain";
import { DomainError } from "@oto/domain";
import type { Platform, PublicContext, SessionContext } from "../context";
import { signAccessToken } from "./access-token";
import type { LogoutInput, RevokeSessionInput } from "./auth.input";
import type { SessionView, SignedInUser, TokensView } from "./auth.views";
import { LIFETIMES } from "./auth-limits";
import { countryOf } from "./country-of";
import { hashToken, newToken } from "./secrets";

const REASON = "sessions belong to people, not to galleries";

/** Why a session ended; kept with it. */
export type SessionEnd =
  | "logout"
  | "revoked"
  | "refresh_reused"
  | "password_changed"
  | "password_reset"
  | "membership_ended"
  | "role_ended"
  | "erased";

/** A person with what their token's holder has to know. */
export interface SessionUser {
  id: string;
  platformRole: PlatformRole | null;
  memberships: { role: GalleryRole; gallery: { id: string; status: GalleryStatus } }[];
}

/** Columns of `SessionUser`; the first gallery a person joined is the one they work in. */
export const sessionUserSelect = {
  id: true,
  platformRole: true,
  memberships: {
    orderBy: { createdAt: "asc" },
    take: 1,
    select: { role: true, gallery: { select: { id: true, status: true } } },
  },
} as const;

/** @throws DomainError `auth.permission_denied` for a person without any role */
export function signedIn(user: SessionUser): SignedInUser {
  const membership = user.memberships[0];
  const role = user.platformRole ?? membership?.role;
  if (!role) throw new DomainError("auth.permission_denied");
  return {
    id: user.id,
    role,
    ...(membership
      ? { galleryId: membership.gallery.id, galleryStatus: membership.gallery.status }
      : {}),
  };
}

/** Adds the next refresh token to a session's family; only its hash is kept. */
export async function addRefreshToken(
  tx: Tx,
  { sessionId, refreshToken, now }: { sessionId: string; refreshToken: string; now: Date },
): Promise<void> {
  await tx.refreshToken.create({
    data: {
      id: newId(),
      sessionId,
      tokenHash: hashToken(refreshToken),
      expiresAt: new Date(now.getTime() + LIFETIMES.refreshToken),
      createdAt: now,
    },
    select: { id: true },
  });
}

/** Opens a session in the given transaction and hands out its first pair of tokens. */
export async function openSession(
  ctx: PublicContext,
  tx: Tx,
  user: SessionUser,
): Promise<TokensView> {
  const now = ctx.now();
  const sessionId = newId();
  const who = signedIn(user);
  await tx.session.create({
    data: {
      id: sessionId,
      userId: user.id,
      galleryId: who.galleryId ?? null,
      userAgent: ctx.origin.userAgent,
      ip: ctx.origin.ip,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + LIFETIMES.refreshToken),
    },
    select: { id: true },
  });
  const refreshToken = newToken();
  await addRefreshToken(tx, { sessionId, refreshToken, now });
  const access = await signAccessToken(ctx, { userId: user.id, sessionId });
  return { ...access, refreshToken, user: who };
}

/** Ends sessions; their access tokens stop working at the next request. */
export async function endSessions(
  platform: Platform,
  tx: Tx,
  which: { userId: string; sessionId?: string; except?: string; end: SessionEnd },
): Promise<number> {
  const ended = await tx.session.updateManyAndReturn({
    where: {
      userId: which.userId,
      revokedAt: null,
      ...(which.sessionId ? { id: which.sessionId } : {}),
      ...(which.except ? { NOT: { id: which.except } } : {}),
    },
    data: { revokedAt: platform.now(), revokedReason: which.end },
    select: { id: true },
  });
  const revoked = ended.map(({ id }) => ({ kind: "session" as const, id }));
  // Sockets that these sessions hold open close in every process.
  afterCommit(tx, () => platform.adapters.revocations.revoke(revoked));
  return ended.length;
}

async function sessionOfToken(tx: Tx, refreshToken: string) {
  const token = await tx.refreshToken.findUnique({
    where: { tokenHash: hashToken(refreshToken) },
    select: { session: { select: { id: true, userId: true } } },
  });
  return token?.session;
}

/** Signs out. Says yes to whoever is not signed in, too. */
export async function logout(ctx: PublicContext, input: LogoutInput): Promise<{ ok: true }> {
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const known = ctx.identity
      ? { id: ctx.identity.sessionId, userId: ctx.identity.userId }
      : input.refreshToken && (await sessionOfToken(tx, input.refreshToken));
    if (!known) return;
    const { id: sessionId, userId } = known;
    await endSessions(ctx, tx, {
      userId,
      end: "logout",
      ...(input.everywhere ? {} : { sessionId }),
    });
  });
  return { ok: true };
}

/** The caller's open sessions, latest used first. */
export async function listSessions(
  ctx: SessionContext,
): Promise<{ items: SessionView[]; nextCursor: null }> {
  const { userId, sessionId } = ctx.identity;
  const sessions = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.session.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: ctx.now() } },
      orderBy: [{ lastUsedAt: "desc" }, { id: "desc" }],
      take: 100,
      select: {
        id: true,
        userAgent: true,
        ip: true,
        createdAt: true,
        lastUsedAt: true,
        expiresAt: true,
      },
    }),
  );
  const items = sessions.map((session) => ({
    ...session,
    country: countryOf(session.ip),
    current: session.id === sessionId,
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  }));
  return { items, nextCursor: null };
}

/**
 * Ends one of the caller's sessions.
 * @throws DomainError `notfound` when it is not theirs or has ended
 */
export async function revokeSession(
  ctx: SessionContext,
  input: RevokeSessionInput,
): Promise<{ ok: true }> {
  const { userId } = ctx.identity;
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const ended = await endSessions(ctx, tx, {
      userId,
      sessionId: input.sessionId,
      end: "revoked",
    });
    if (ended === 0) throw new DomainError("notfound");
    await audit(tx, {
      action: "auth.revokeSession",
      entityType: "session",
      entityId: input.sessionId,
      galleryId: null,
      actorId: userId,
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
  });
  return { ok: true };
}
