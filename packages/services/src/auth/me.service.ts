import type { Permission } from "@oto/domain";
import { DomainError, permissionsInState, permissionsOf } from "@oto/domain";
import type { Identity, SessionContext } from "../context";
import { recordMarketing } from "../kvkk/consent.service";
import type { PreferencesInput } from "./auth.input";
import type { MeView } from "./auth.views";

const REASON = "a person's own account belongs to no gallery";

/** By role, and for members by the state of their gallery too. */
function permissionsNow({ platformRole, gallery }: Identity): Permission[] {
  if (platformRole) return permissionsOf(platformRole);
  if (!gallery) return [];
  const inForce = permissionsInState(gallery.status);
  return permissionsOf(gallery.role).filter((permission) => inForce.has(permission));
}

const accountSelect = {
  id: true,
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  locale: true,
  totpConfirmedAt: true,
  emailVerifiedAt: true,
  _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
  consents: {
    where: { kind: "marketing" },
    orderBy: { id: "desc" },
    take: 1,
    select: { granted: true },
  },
} as const;

const gallerySelect = {
  id: true,
  name: true,
  slug: true,
  status: true,
  statusReason: true,
} as const;

/** The caller's account, their gallery and what they may do. */
export async function me(ctx: SessionContext): Promise<MeView> {
  const { identity } = ctx;
  return ctx.database.unsafeSystem(REASON).read(async (tx) => {
    const account = await tx.user.findUnique({
      where: { id: identity.userId },
      select: accountSelect,
    });
    if (!account) throw new DomainError("auth.unauthenticated");
    const { totpConfirmedAt, emailVerifiedAt, consents, locale, _count, ...person } = account;
    const gallery =
      identity.gallery &&
      (await tx.gallery.findUnique({ where: { id: identity.gallery.id }, select: gallerySelect }));
    return {
      user: {
        ...person,
        locale: locale === "en" ? "en" : "tr",
        role: identity.platformRole ?? identity.gallery?.role ?? null,
        platformRole: identity.platformRole,
        totpEnabled: totpConfirmedAt !== null,
        recoveryCodesLeft: _count.recoveryCodes,
        emailVerified: emailVerifiedAt !== null,
        marketing: consents[0]?.granted ?? false,
      },
      gallery: gallery && identity.gallery ? { ...gallery, role: identity.gallery.role } : null,
      permissions: permissionsNow(identity),
      sessionId: identity.sessionId,
    };
  });
}

/** Changes the language of messages and the consent to commercial ones. */
export async function updatePreferences(
  ctx: SessionContext,
  input: PreferencesInput,
): Promise<MeView> {
  await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    if (input.locale) {
      await tx.user.update({
        where: { id: ctx.identity.userId },
        data: { locale: input.locale },
        select: { id: true },
      });
    }
    if (input.marketing !== undefined) await recordMarketing(ctx, tx, input.marketing);
  });
  return me(ctx);
}
