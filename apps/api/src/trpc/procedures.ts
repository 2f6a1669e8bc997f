import type { Permission } from "@oto/domain";
import { can, canInGallery, DomainError } from "@oto/domain";
import type { DealerContext, Membership, SessionContext, StaffContext } from "@oto/services";
import { withDenials } from "./denials";
import { toTrpcError } from "./errors";
import { withIdempotency } from "./idempotency";
import { t } from "./init";
import { withLimits } from "./limits";
import { measure } from "./measure";
import { withWellFormedInput } from "./well-formed";

/** A router of one service; paths start with the service's name. */
export const router = t.router;

const foreseen = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const refusal = toTrpcError(result.error.cause);
  if (refusal) throw refusal;
  return result;
});

/** On a connection that stays open, rights are those of the call, not those of the connecting. */
const current = t.middleware(async ({ ctx, next }) => {
  if (!ctx.identity || !ctx.currentIdentity) return next();
  return next({ ctx: { ...ctx, identity: await ctx.currentIdentity() } });
});

const base = t.procedure
  .use(measure)
  .use(foreseen)
  .use(current)
  .use(withLimits)
  .use(withDenials)
  .use(withWellFormedInput)
  .use(withIdempotency);

/** Anybody may call it. */
export const publicProcedure = base.meta({ access: { level: "public" } });

const signedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.identity) throw toTrpcError(new DomainError("auth.unauthenticated"));
  const session: SessionContext = { ...ctx, identity: ctx.identity };
  return next({ ctx: session });
});

/** Anybody signed in may call it, whatever the state of their gallery. */
export const sessionProcedure = base.meta({ access: { level: "session" } }).use(signedIn);

const REASON_OF_STATE = {
  PENDING: "gallery.not_approved",
  REJECTED: "gallery.rejected",
  SUSPENDED: "gallery.suspended",
} as const;

/** The member's role decides first; then the state of the gallery, with its own reason. */
function assertMayAct({ role, status }: Membership, permission: Permission): void {
  if (canInGallery({ role, galleryStatus: status }, permission)) return;
  if (can(role, permission) && status !== "APPROVED") {
    throw new DomainError(REASON_OF_STATE[status]);
  }
  throw new DomainError("auth.permission_denied");
}

/**
 * A gallery's member with the permission may call it, as far as the gallery's state leaves the
 * permission in force. `ctx.db` reaches that gallery's rows only.
 */
export const galleryProcedure = (permission: Permission) =>
  base
    .meta({ access: { level: "gallery", permission } })
    .use(signedIn)
    .use(({ ctx, next }) => {
      const gallery = ctx.identity.gallery;
      if (!gallery) throw new DomainError("auth.permission_denied");
      assertMayAct(gallery, permission);
      const dealer: DealerContext = { ...ctx, gallery, db: ctx.database.forGallery(gallery.id) };
      return next({ ctx: dealer });
    });

/** The platform's own staff with the permission may call it. */
export const adminProcedure = (permission: Permission) =>
  base
    .meta({ access: { level: "staff", permission } })
    .use(signedIn)
    .use(({ ctx, next }) => {
      const staffRole = ctx.identity.platformRole;
      if (!staffRole || !can(staffRole, permission)) {
        throw new DomainError("auth.permission_denied");
      }
      const staff: StaffContext = { ...ctx, staffRole };
      return next({ ctx: staff });
    });
