import type { Tx } from "@oto/db";
import { audit, newId, publish } from "@oto/db";
import type { Locale } from "@oto/domain";
import { DomainError, localeField } from "@oto/domain";
import type { Platform, PublicContext, SessionContext } from "../context";
import { createSecretBox } from "../crypto";
import { sendSystemMessage } from "../notification/send-system-message";
import type { EmailAddressInput, LinkInput } from "./auth.input";
import { LIFETIMES, LINKS_PER_ADDRESS_PER_DAY, limitLinkRequests } from "./auth-limits";
import type { LinkPurpose } from "./link-url";
import { linkUrl } from "./link-url";
import { hashToken, newToken } from "./secrets";

const REASON = "an address is proved before anybody knows whose it is";
const DAY_MS = 24 * 3_600_000;

/** The token on its way to the sender: encrypted in its row, never in an event. */
const linkBox = (platform: Platform) => createSecretBox(platform.env.OTO_SECRET, "email-link");

export interface LinkRequest {
  /** Null for an address that nobody has: the same steps, only nothing is ever sent. */
  userId: string | null;
  email: string;
  purpose: LinkPurpose;
  locale: Locale;
}

/** Writes a link and asks for its sending, in the transaction of whatever calls for it. */
export async function issueLink(platform: Platform, tx: Tx, request: LinkRequest): Promise<void> {
  const token = newToken();
  const id = newId();
  const now = platform.now();
  const sealed = linkBox(platform).seal(token);
  await tx.emailToken.create({
    data: {
      id,
      ...request,
      tokenHash: hashToken(token),
      tokenCipher: request.userId === null ? null : sealed,
      expiresAt: new Date(now.getTime() + LIFETIMES.emailLink[request.purpose]),
      createdAt: now,
    },
    select: { id: true },
  });
  await publish(tx, {
    name: "account.email_requested",
    payload: { emailTokenId: id },
    aggregateId: id,
    galleryId: null,
  });
}

function issuedToday(tx: Tx, email: string, now: Date): Promise<number> {
  return tx.emailToken.count({
    where: { email, createdAt: { gt: new Date(now.getTime() - DAY_MS) } },
  });
}

/**
 * Sends a link for a new password. The answer is the same whether or not anybody has the address,
 * and after the day's links are used up.
 * @throws DomainError `rate.limited`
 */
export async function requestPasswordReset(
  ctx: PublicContext,
  { email }: EmailAddressInput,
): Promise<{ ok: true }> {
  await limitLinkRequests(ctx, ctx.origin.ip);
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, locale: true, erasedAt: true },
    });
    const used = await issuedToday(tx, email, ctx.now());
    const silent = used >= LINKS_PER_ADDRESS_PER_DAY || user?.erasedAt;
    await issueLink(ctx, tx, {
      userId: silent ? null : (user?.id ?? null),
      email,
      purpose: "reset",
      locale: user?.locale === "en" ? "en" : ctx.origin.locale,
    });
  });
  return { ok: true };
}

/**
 * Sends the caller a link that proves their address.
 * @throws DomainError `auth.email_already_verified`, `rate.limited`
 */
export async function requestEmailVerification(ctx: SessionContext): Promise<{ ok: true }> {
  await limitLinkRequests(ctx, ctx.origin.ip);
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: ctx.identity.userId },
      select: { id: true, email: true, emailVerifiedAt: true },
    });
    if (user.emailVerifiedAt) throw new DomainError("auth.email_already_verified");
    if ((await issuedToday(tx, user.email, ctx.now())) >= LINKS_PER_ADDRESS_PER_DAY) {
      throw new DomainError("rate.limited", { seconds: 3_600 });
    }
    const { locale } = ctx.origin;
    await issueLink(ctx, tx, { userId: user.id, email: user.email, purpose: "verify", locale });
  });
  return { ok: true };
}

/** A link that still works, with whose it is. */
export interface SpentLink {
  userId: string;
  email: string;
}

/** Uses up a link in the transaction that acts on it; null when it is not good (any more). */
export async function spendLink(
  tx: Tx,
  spent: { token: string; purposes: readonly LinkPurpose[]; now: Date },
): Promise<SpentLink | null> {
  const [row] = await tx.emailToken.updateManyAndReturn({
    where: {
      tokenHash: hashToken(spent.token),
      purpose: { in: [...spent.purposes] },
      usedAt: null,
      userId: { not: null },
      expiresAt: { gt: spent.now },
    },
    data: { usedAt: spent.now, tokenCipher: null },
    select: { userId: true, email: true },
  });
  return row?.userId ? { userId: row.userId, email: row.email } : null;
}

/**
 * Notes that an address belongs to the person it was given by.
 * @throws DomainError `auth.link_invalid`
 */
export async function verifyEmail(ctx: PublicContext, input: LinkInput): Promise<{ ok: true }> {
  await limitLinkRequests(ctx, ctx.origin.ip);
  const now = ctx.now();
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const link = await spendLink(tx, { token: input.token, purposes: ["verify"], now });
    // Somebody who has changed their address since proves nothing with the old one.
    const { count } = link
      ? await tx.user.updateMany({
          where: { id: link.userId, email: link.email },
          data: { emailVerifiedAt: now },
        })
      : { count: 0 };
    if (!link || count === 0) throw new DomainError("auth.link_invalid");
    await audit(tx, {
      action: "auth.verifyEmail",
      entityType: "user",
      entityId: link.userId,
      galleryId: null,
      actorId: link.userId,
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
  });
  return { ok: true };
}

/** Sends a link by e-mail, at most once whatever is delivered twice. */
export async function sendLink(
  platform: Platform,
  { emailTokenId, idempotencyKey }: { emailTokenId: string; idempotencyKey: string },
): Promise<void> {
  const row = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.emailToken.findUnique({
      where: { id: emailTokenId },
      select: {
        email: true,
        purpose: true,
        tokenCipher: true,
        locale: true,
        usedAt: true,
        expiresAt: true,
        user: { select: { firstName: true } },
      },
    }),
  );
  if (!row?.tokenCipher || !row.user || row.usedAt || row.expiresAt <= platform.now()) return;
  const purpose = row.purpose as LinkPurpose;
  const locale = localeField.parse(row.locale);
  const token = linkBox(platform).open(row.tokenCipher);
  await sendSystemMessage(platform, {
    name: `link.${purpose}`,
    to: { email: row.email },
    locale,
    values: {
      firstName: row.user.firstName,
      url: linkUrl(platform.env, { purpose, locale, token }),
    },
    idempotencyKey,
    about: { emailTokenId },
  });
}

/** Erases what the sender no longer needs. */
export async function forgetLinkToken(tx: Tx, emailTokenId: string): Promise<void> {
  await tx.emailToken.updateMany({ where: { id: emailTokenId }, data: { tokenCipher: null } });
}
