import type { Tx } from "@oto/db";
import { audit, newId } from "@oto/db";
import { DomainError, errorText } from "@oto/domain";
import { limitJoins } from "../auth/auth-limits";
import { issueLink } from "../auth/email-link.service";
import { inTurn } from "../auth/in-turn";
import { accountThrottle } from "../auth/login-throttle";
import { hashPassword, passwordFits } from "../auth/password-hash";
import type { PublicContext } from "../context";
import { recordConsents } from "../kvkk/consent.service";
import { uniqueViolation } from "../unique-violation";
import { accountOf, openInvitation } from "./invitation.repo";
import type { InvitationTokenInput, JoinAsNewInput, JoinWithAccountInput } from "./staff.input";
import type { InvitationOfferView } from "./staff.views";

const REASON = "whoever joins a gallery is not in it yet";

type Offer = Awaited<ReturnType<typeof openInvitation>>;

/** Answer of both ways to join: what to sign in with. */
export interface JoinedView {
  galleryId: string;
  identifier: string;
}

/**
 * What an invitation says, to whoever holds its link.
 * @throws DomainError `staff.invitation_invalid`, `rate.limited`
 */
export async function readInvitation(
  ctx: PublicContext,
  { token }: InvitationTokenInput,
): Promise<InvitationOfferView> {
  await limitJoins(ctx, ctx.origin.ip);
  return ctx.database.unsafeSystem(REASON).read(async (tx) => {
    const offer = await openInvitation(ctx, tx, token);
    return {
      galleryName: offer.gallery.name,
      role: offer.role,
      phone: offer.phone,
      email: offer.email,
      expiresAt: offer.expiresAt.toISOString(),
      hasAccount: (await accountOf(tx, offer)) !== null,
    };
  });
}

/** Uses the invitation up and gives the person their place, once whoever races. */
async function takePlace(
  ctx: PublicContext,
  tx: Tx,
  { offer, userId }: { offer: Offer; userId: string },
): Promise<void> {
  const now = ctx.now();
  const { count } = await tx.invitation.updateMany({
    where: { id: offer.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedById: userId, tokenCipher: null },
  });
  if (count === 0) throw new DomainError("staff.invitation_invalid");
  await tx.membership.create({
    data: { id: newId(), userId, galleryId: offer.galleryId, role: offer.role, createdAt: now },
    select: { id: true },
  });
  await audit(tx, {
    action: "staff.join",
    entityType: "user",
    entityId: userId,
    galleryId: offer.galleryId,
    actorId: userId,
    after: { role: offer.role, invitationId: offer.id },
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
}

async function provePassword(ctx: PublicContext, input: JoinWithAccountInput) {
  const db = ctx.database.unsafeSystem(REASON);
  const { offer, account } = await db.read(async (tx) => {
    const known = await openInvitation(ctx, tx, input.token);
    return { offer: known, account: await accountOf(tx, known) };
  });
  if (!account) throw new DomainError("staff.wrong_account");
  const throttle = accountThrottle(ctx, account.id);
  await throttle.assertOpen();
  if (!(await passwordFits(input.password, account.passwordHash, ctx.env.OTO_BCRYPT_COST))) {
    await throttle.failed();
    throw new DomainError("auth.credentials_invalid");
  }
  return { offer, account };
}

async function join(ctx: PublicContext, input: JoinWithAccountInput): Promise<JoinedView> {
  const { offer, account } = await provePassword(ctx, input);
  if (account.platformRole !== null) throw new DomainError("staff.works_elsewhere");
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.$queryRaw`select id from app_user where id = ${account.id}::uuid for update`;
    // One person works in one gallery: sessions, notifications and rights all speak of one.
    const places = await tx.membership.findMany({
      where: { userId: account.id },
      select: { galleryId: true },
    });
    if (places.some(({ galleryId }) => galleryId === offer.galleryId)) {
      throw new DomainError("staff.already_member");
    }
    if (places.length > 0) throw new DomainError("staff.works_elsewhere");
    await takePlace(ctx, tx, { offer, userId: account.id });
  });
  return { galleryId: offer.galleryId, identifier: offer.phone ?? offer.email ?? "" };
}

/**
 * Joins a team with the account that has the invitation's phone or address.
 * @throws DomainError `staff.invitation_invalid`, `staff.wrong_account`, `staff.works_elsewhere`,
 * `staff.already_member`, `auth.credentials_invalid`, `auth.locked`, `rate.limited`
 */
export async function joinWithAccount(
  ctx: PublicContext,
  input: JoinWithAccountInput,
): Promise<JoinedView> {
  await limitJoins(ctx, ctx.origin.ip);
  const joined = await inTurn(`join:${input.token}`, () => join(ctx, input));
  if (!joined) throw new DomainError("rate.limited", { seconds: 5 });
  return joined;
}

function taken(ctx: PublicContext, reason: "auth.email_taken" | "auth.phone_taken"): DomainError {
  const field = reason === "auth.email_taken" ? "email" : "phone";
  return new DomainError(
    reason,
    {},
    { fields: { [field]: [errorText({ reason }, ctx.origin.locale)] } },
  );
}

interface Newcomer {
  offer: Offer;
  input: JoinAsNewInput;
  email: string;
  passwordHash: string;
}

async function writeNewcomer(ctx: PublicContext, tx: Tx, newcomer: Newcomer): Promise<void> {
  const { offer, input, email, passwordHash } = newcomer;
  const userId = newId();
  const now = ctx.now();
  const { locale } = ctx.origin;
  const { firstName, lastName, consents } = input;
  await tx.user.create({
    data: {
      id: userId,
      phone: offer.phone,
      email,
      firstName,
      lastName,
      passwordHash,
      locale,
      // Whoever holds the link received it at that address.
      emailVerifiedAt: offer.email === null ? null : now,
      createdAt: now,
    },
    select: { id: true },
  });
  const granted = { terms: true, kvkk: true, marketing: consents.marketing ?? false };
  await recordConsents(ctx, tx, { userId, trades: true, granted });
  await takePlace(ctx, tx, { offer, userId });
  if (offer.email === null) await issueLink(ctx, tx, { userId, email, purpose: "verify", locale });
}

/**
 * Joins a team with a new account; the invitation's link stands for its phone or address.
 * @throws DomainError `staff.invitation_invalid`, `auth.email_taken`, `auth.phone_taken`,
 * `input.invalid` without an address, `rate.limited`
 */
export async function joinAsNew(ctx: PublicContext, input: JoinAsNewInput): Promise<JoinedView> {
  await limitJoins(ctx, ctx.origin.ip);
  const db = ctx.database.unsafeSystem(REASON);
  const offer = await db.read((tx) => openInvitation(ctx, tx, input.token));
  const email = offer.email ?? input.email;
  if (!email) {
    throw new DomainError("input.invalid", {}, { fields: { email: ["validation.required"] } });
  }
  const passwordHash = await hashPassword(input.password, ctx.env.OTO_BCRYPT_COST);
  try {
    await db.write((tx) => writeNewcomer(ctx, tx, { offer, input, email, passwordHash }));
  } catch (error) {
    const violation = uniqueViolation(error);
    if (violation === null) throw error;
    throw taken(ctx, /phone/.test(violation) ? "auth.phone_taken" : "auth.email_taken");
  }
  return { galleryId: offer.galleryId, identifier: offer.phone ?? email };
}
