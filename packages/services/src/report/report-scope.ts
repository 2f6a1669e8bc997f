import type { Day, ReportGrain, ReportPeriod, Side } from "@oto/domain";
import { can, DomainError, grainFor, previousPeriod } from "@oto/domain";
import type { DealerContext } from "../context";
import type { ReportInput } from "./report.input";
import type { DealerReportHead, ReportHead } from "./report.views";

/** Whose negotiations a report counts, and when they were opened. */
export interface ReportScope {
  period: ReportPeriod;
  previous: ReportPeriod;
  grain: ReportGrain;
  /** One side of one gallery; all galleries without it. */
  own?: { side: Side; galleryId: string };
  vehicleId?: string | undefined;
  userId?: string | undefined;
}

type DealerScope = ReportScope & { own: NonNullable<ReportScope["own"]> };

/** The period with what it is compared with and how it is cut. */
export function periodOf(input: {
  from: Day;
  to: Day;
  grain?: ReportGrain | undefined;
}): ReportHead {
  const period = { from: input.from, to: input.to };
  return { period, previous: previousPeriod(period), grain: grainFor(period, input.grain) };
}

/** What a report of a gallery says about itself. */
export function headOf({ own, period, previous, grain, userId }: DealerScope): DealerReportHead {
  return { period, previous, grain, side: own.side, userId: userId ?? null };
}

/** Who may see the gallery sees one member by choice; everybody else sees themselves. */
function personOf(ctx: DealerContext, input: ReportInput): string | undefined {
  if (can(ctx.gallery.role, "report:gallery")) return input.userId;
  const { userId } = ctx.identity;
  if (input.userId !== undefined && input.userId !== userId) {
    throw new DomainError("auth.permission_denied");
  }
  return userId;
}

/** A vehicle is one's own as seller, and one that was negotiated over as buyer. */
async function assertVehicle(ctx: DealerContext, vehicleId: string, side: Side): Promise<void> {
  const known = await ctx.db.read((tx) =>
    side === "SELLER"
      ? tx.vehicle.count({ where: { id: vehicleId } })
      : tx.offer.count({ where: { vehicleId, buyerGalleryId: ctx.gallery.id }, take: 1 }),
  );
  if (known === 0) throw new DomainError("inventory.not_found");
}

/** A person is, or was when they acted, of the caller's gallery. */
async function assertMember(ctx: DealerContext, userId: string): Promise<void> {
  const galleryId = ctx.gallery.id;
  const known = await ctx.db.read(async (tx) => {
    const members = await tx.membership.count({ where: { userId } });
    if (members > 0) return members;
    const acted = [
      { sellerGalleryId: galleryId, sellerUserId: userId },
      { buyerGalleryId: galleryId, buyerUserId: userId },
    ];
    return tx.offer.count({ where: { OR: acted }, take: 1 });
  });
  if (known === 0) throw new DomainError("staff.not_found");
}

/**
 * What the caller may see of what they ask for.
 * @throws DomainError `auth.permission_denied` for another member's figures without the right to
 * the gallery's, `inventory.not_found`, `staff.not_found`
 */
export async function scopeOf(ctx: DealerContext, input: ReportInput): Promise<DealerScope> {
  const { side, vehicleId } = input;
  const userId = personOf(ctx, input);
  if (vehicleId !== undefined) await assertVehicle(ctx, vehicleId, side);
  if (userId !== undefined && userId !== ctx.identity.userId) await assertMember(ctx, userId);
  const own = { side, galleryId: ctx.gallery.id };
  return { ...periodOf(input), own, vehicleId, userId };
}
