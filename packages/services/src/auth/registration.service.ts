import type { Tx } from "@oto/db";
import { audit, newId, publish } from "@oto/db";
import type { Reason, RegistrationInput } from "@oto/domain";
import { DomainError, errorText, slugify } from "@oto/domain";
import type { PublicContext } from "../context";
import { sealTaxNumber, storedFormsOf } from "../crypto";
import { recordConsents } from "../kvkk/consent.service";
import { uniqueViolation } from "../unique-violation";
import type { RegistrationView } from "./auth.views";
import { limitRegistrations } from "./auth-limits";
import { issueLink } from "./email-link.service";
import { assertPhoneToken, spendPhoneToken } from "./otp.service";
import { hashPassword } from "./password-hash";

const REASON = "whoever registers has no gallery yet";
const SLUG_MAX = 80;
const SLUG_RACES = 5;

/** Where each duplicate shows on the form. */
const FIELD_OF = {
  "auth.phone_taken": "phone",
  "auth.email_taken": "owner.email",
  "gallery.tax_number_taken": "gallery.taxNumber",
} as const satisfies Partial<Record<Reason, string>>;

function taken(ctx: PublicContext, reason: keyof typeof FIELD_OF): DomainError {
  const fields = { [FIELD_OF[reason]]: [errorText({ reason }, ctx.origin.locale)] };
  return new DomainError(reason, {}, { fields });
}

async function assertNew(
  ctx: PublicContext,
  tx: Tx,
  who: { phone: string; email: string; taxNumber: string },
): Promise<void> {
  const users = await tx.user.findMany({
    where: { OR: [{ phone: who.phone }, { email: who.email }] },
    select: { phone: true },
  });
  if (users.some(({ phone }) => phone === who.phone)) throw taken(ctx, "auth.phone_taken");
  if (users.length > 0) throw taken(ctx, "auth.email_taken");
  const known = await tx.gallery.count({
    where: { taxNumber: { in: storedFormsOf(ctx, who.taxNumber) } },
  });
  if (known > 0) throw taken(ctx, "gallery.tax_number_taken");
}

/** `yildiz-oto`, or the first free one of `yildiz-oto-2`, `yildiz-oto-3`, … */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugify(name).slice(0, SLUG_MAX).replace(/-+$/, "") || "galeri";
  const rows = await tx.gallery.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true },
  });
  const used = new Set(rows.map(({ slug }) => slug));
  if (!used.has(base)) return base;
  let number = 2;
  while (used.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

interface Applicant {
  input: RegistrationInput;
  phone: string;
  passwordHash: string;
}

async function writeOwner(ctx: PublicContext, tx: Tx, applicant: Applicant): Promise<string> {
  const { owner, consents } = applicant.input;
  const userId = newId();
  const now = ctx.now();
  await tx.user.create({
    data: {
      id: userId,
      phone: applicant.phone,
      email: owner.email,
      firstName: owner.firstName,
      lastName: owner.lastName,
      passwordHash: applicant.passwordHash,
      locale: ctx.origin.locale,
      createdAt: now,
    },
    select: { id: true },
  });
  const granted = { terms: true, kvkk: true, marketing: consents.marketing ?? false };
  await recordConsents(ctx, tx, { userId, trades: true, granted });
  const { locale } = ctx.origin;
  await issueLink(ctx, tx, { userId, email: owner.email, purpose: "verify", locale });
  return userId;
}

async function writeGallery(
  ctx: PublicContext,
  tx: Tx,
  { input: { gallery, owner }, phone, userId }: Applicant & { userId: string },
): Promise<string> {
  const galleryId = newId();
  const now = ctx.now();
  await tx.gallery.create({
    data: {
      id: galleryId,
      name: gallery.name,
      legalName: gallery.legalName ?? null,
      slug: await freeSlug(tx, gallery.name),
      taxType: gallery.taxType,
      ...sealTaxNumber(ctx, { ...gallery, id: galleryId }),
      taxOffice: gallery.taxOffice ?? null,
      licenceNo: gallery.licenceNo,
      provinceCode: gallery.provinceCode,
      district: gallery.district,
      address: gallery.address ?? null,
      phone,
      email: owner.email,
      submittedAt: now,
      createdAt: now,
      memberships: { create: { id: newId(), userId, role: "OWNER", createdAt: now } },
      reviews: {
        create: {
          id: newId(),
          action: "submit",
          status: "PENDING",
          actorId: userId,
          createdAt: now,
        },
      },
    },
    select: { id: true },
  });
  return galleryId;
}

async function writeAll(
  ctx: PublicContext,
  tx: Tx,
  { input, passwordHash }: { input: RegistrationInput; passwordHash: string },
): Promise<RegistrationView> {
  const { token, owner, gallery } = input;
  const phone = await spendPhoneToken(tx, { token, purpose: "register", now: ctx.now() });
  await assertNew(ctx, tx, { phone, email: owner.email, taxNumber: gallery.taxNumber });
  const applicant = { input, phone, passwordHash };
  const userId = await writeOwner(ctx, tx, applicant);
  const galleryId = await writeGallery(ctx, tx, { ...applicant, userId });
  await publish(tx, {
    name: "gallery.registered",
    payload: { galleryId, userId },
    aggregateId: galleryId,
    galleryId,
  });
  await audit(tx, {
    action: "auth.register",
    entityType: "gallery",
    entityId: galleryId,
    galleryId,
    actorId: userId,
    after: { status: "PENDING", name: gallery.name },
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
  return { galleryId, userId, status: "PENDING" };
}

/** Two registrations at once: the database decides, and the loser hears the same reason. */
function lostRace(ctx: PublicContext, violation: string): DomainError | null {
  if (/slug/.test(violation)) return null;
  if (/tax_?number/i.test(violation)) return taken(ctx, "gallery.tax_number_taken");
  return taken(ctx, /email/.test(violation) ? "auth.email_taken" : "auth.phone_taken");
}

/**
 * Registers a person and their gallery for review. The token is spent in the same transaction: a
 * refused registration leaves it usable.
 * @throws DomainError `auth.token_invalid`, `auth.phone_taken`, `auth.email_taken`,
 * `gallery.tax_number_taken`, `rate.limited`
 */
export async function register(
  ctx: PublicContext,
  input: RegistrationInput,
): Promise<RegistrationView> {
  await limitRegistrations(ctx, ctx.origin.ip);
  await assertPhoneToken(ctx, input.token, "register");
  const passwordHash = await hashPassword(input.owner.password, ctx.env.OTO_BCRYPT_COST);
  const db = ctx.database.unsafeSystem(REASON);
  for (let race = 1; ; race += 1) {
    try {
      return await db.write((tx) => writeAll(ctx, tx, { input, passwordHash }));
    } catch (error) {
      const violation = uniqueViolation(error);
      if (violation === null) throw error;
      const refusal = lostRace(ctx, violation);
      if (refusal) throw refusal;
      if (race >= SLUG_RACES) throw error;
    }
  }
}
