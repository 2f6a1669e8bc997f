import type { Tx } from "@oto/db";
import { DomainError, galleryActions, VEHICLE_STATUSES } from "@oto/domain";
import type { StaffContext } from "../context";
import { storedFormsOf, unsealTaxNumber } from "../crypto";
import { gallerySelect, toGalleryDetails } from "../gallery/gallery-view";
import type { GalleryIdInput } from "./admin.input";
import type { GalleryDetailView, GalleryReviewView } from "./admin.views";
import { reviewChecks } from "./review-checks";
import { countsByStatus } from "./status-counts";

const REASON = "staff see every gallery";

const memberSelect = {
  role: true,
  createdAt: true,
  user: {
    select: {
      id: true,
      firstName: true,
      lastName: true,
      phone: true,
      email: true,
      sessions: { orderBy: { lastUsedAt: "desc" }, take: 1, select: { lastUsedAt: true } },
      consents: {
        orderBy: { createdAt: "desc" },
        select: { kind: true, version: true, granted: true, createdAt: true },
      },
    },
  },
} as const;

async function readMembers(tx: Tx, galleryId: string) {
  const rows = await tx.membership.findMany({
    where: { galleryId },
    orderBy: { createdAt: "asc" },
    select: memberSelect,
  });
  const members = rows.map(({ role, createdAt, user }) => ({
    userId: user.id,
    firstName: user.firstName,
    lastName: user.lastName,
    phone: user.phone,
    email: user.email,
    role,
    joinedAt: createdAt.toISOString(),
    lastSeenAt: user.sessions[0]?.lastUsedAt.toISOString() ?? null,
  }));
  const owner = rows.find(({ role }) => role === "OWNER");
  const consents = (owner?.user.consents ?? []).map((consent) => ({
    ...consent,
    createdAt: consent.createdAt.toISOString(),
  }));
  return { members, consents };
}

/** Names of people by id, for histories that outlive accounts. */
export async function namesOf(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const users = await tx.user.findMany({
    where: { id: { in: known } },
    select: { id: true, firstName: true, lastName: true },
  });
  return new Map(users.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
}

async function readReviews(tx: Tx, galleryId: string): Promise<GalleryReviewView[]> {
  const reviews = await tx.galleryReview.findMany({
    where: { galleryId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, action: true, status: true, reason: true, actorId: true, createdAt: true },
  });
  const names = await namesOf(
    tx,
    reviews.map(({ actorId }) => actorId),
  );
  return reviews.map(({ actorId, createdAt, ...review }) => ({
    ...review,
    actorName: actorId === null ? null : (names.get(actorId) ?? null),
    createdAt: createdAt.toISOString(),
  }));
}

/**
 * Everything about one gallery, for the decision on it.
 * @throws DomainError `gallery.not_found`
 */
export async function galleryDetail(
  ctx: StaffContext,
  { galleryId }: GalleryIdInput,
): Promise<GalleryDetailView> {
  return ctx.database.unsafeSystem(REASON).read(async (tx) => {
    const stored = await tx.gallery.findUnique({ where: { id: galleryId }, select: gallerySelect });
    if (!stored) throw new DomainError("gallery.not_found");
    const row = unsealTaxNumber(ctx, stored);
    const reviewed = { ...row, taxForms: storedFormsOf(ctx, row.taxNumber) };
    const { members, consents } = await readMembers(tx, galleryId);
    const groups = await tx.vehicle.groupBy({
      by: ["status"],
      where: { galleryId },
      _count: true,
    });
    const owner = members.find(({ role }) => role === "OWNER");
    return {
      gallery: toGalleryDetails(row),
      owner: owner
        ? {
            userId: owner.userId,
            firstName: owner.firstName,
            lastName: owner.lastName,
            phone: owner.phone,
            email: owner.email,
          }
        : null,
      members,
      consents,
      checks: await reviewChecks(tx, reviewed, { consents, now: ctx.now() }),
      reviews: await readReviews(tx, galleryId),
      vehicles: countsByStatus(VEHICLE_STATUSES, groups),
      actions: galleryActions(row.status).filter((action) => action !== "resubmit"),
    };
  });
}
