import type { Tx } from "@oto/db";
import { audit, publish } from "@oto/db";
import { DomainError, errorText, provinceByCode } from "@oto/domain";
import type { DealerContext, PublicContext } from "../context";
import { sealTaxNumber, unsealTaxNumber } from "../crypto";
import { trustOf } from "../trust/trust.repo";
import { uniqueViolation } from "../unique-violation";
import type { GalleryPublicInput, GalleryResubmitInput, GalleryUpdateInput } from "./gallery.input";
import type { GalleryPublicView, GalleryStatusView, GalleryView } from "./gallery.views";
import { changedFields, columnsOf } from "./gallery-change";
import type { GalleryRow } from "./gallery-view";
import { gallerySelect, lockedFields, toGalleryDetails } from "./gallery-view";
import { lockGalleryStatus, moveGallery } from "./move-gallery";

async function readOwn(ctx: DealerContext, tx: Tx): Promise<GalleryRow> {
  const row = await tx.gallery.findUnique({ where: { id: ctx.gallery.id }, select: gallerySelect });
  if (!row) throw new DomainError("gallery.not_found");
  return unsealTaxNumber(ctx, row);
}

const toView = (ctx: DealerContext, row: GalleryRow): GalleryView => ({
  ...toGalleryDetails(row),
  role: ctx.gallery.role,
  lockedFields: lockedFields(row.status),
});

/** The caller's gallery. */
export async function myGallery(ctx: DealerContext): Promise<GalleryView> {
  return toView(ctx, await ctx.db.read((tx) => readOwn(ctx, tx)));
}

function refuseLocked(ctx: DealerContext, row: GalleryRow, changed: readonly string[]): void {
  const locked = new Set(lockedFields(row.status));
  const refused = changed.filter((field) => locked.has(field));
  if (refused.length === 0) return;
  const text = errorText({ reason: "gallery.wrong_state" }, ctx.origin.locale);
  const fields = Object.fromEntries(refused.map((field) => [field, [text]]));
  throw new DomainError("gallery.wrong_state", { status: row.status }, { fields });
}

/** Writes what changes; returns the names of those fields. Values stay out of the audit trail. */
async function writeChanges(
  ctx: DealerContext,
  tx: Tx,
  { row, input }: { row: GalleryRow; input: GalleryResubmitInput },
): Promise<string[]> {
  const changed = changedFields(row, input);
  if (changed.length === 0) return changed;
  const { id } = ctx.gallery;
  const { taxType = row.taxType, taxNumber = row.taxNumber } = input;
  const newNumber = input.taxType !== undefined || input.taxNumber !== undefined;
  await tx.gallery.update({
    where: { id },
    data: {
      ...columnsOf(row, input, ctx.origin.locale),
      ...(newNumber ? sealTaxNumber(ctx, { id, taxType, taxNumber }) : {}),
    },
    select: { id: true },
  });
  await publish(tx, {
    name: "gallery.updated",
    payload: { galleryId: id },
    aggregateId: id,
    galleryId: id,
  });
  await audit(tx, {
    action: "gallery.update",
    entityType: "gallery",
    entityId: id,
    galleryId: id,
    actorId: ctx.identity.userId,
    after: { fields: changed },
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });
  return changed;
}

/**
 * Changes the profile. Fields that were reviewed stay locked after the approval, see
 * `lockedFields`; sending their present value is no change.
 * @throws DomainError `gallery.wrong_state`, `input.invalid`
 */
export async function updateGallery(
  ctx: DealerContext,
  input: GalleryUpdateInput,
): Promise<GalleryView> {
  const row = await ctx.db.write(async (tx) => {
    await lockGalleryStatus(tx, ctx.gallery.id);
    const before = await readOwn(ctx, tx);
    refuseLocked(ctx, before, changedFields(before, input));
    await writeChanges(ctx, tx, { row: before, input });
    return readOwn(ctx, tx);
  });
  return toView(ctx, row);
}

/**
 * Sends a rejected registration back for review, with its corrections.
 * @throws DomainError `gallery.wrong_state`, `gallery.tax_number_taken`, `input.invalid`
 */
export async function resubmitGallery(
  ctx: DealerContext,
  input: GalleryResubmitInput,
): Promise<GalleryStatusView> {
  try {
    return await ctx.db.write(async (tx) => {
      const moved = await moveGallery(tx, {
        galleryId: ctx.gallery.id,
        action: "resubmit",
        actorId: ctx.identity.userId,
        origin: ctx.origin,
        now: ctx.now(),
      });
      await writeChanges(ctx, tx, { row: await readOwn(ctx, tx), input });
      return moved;
    });
  } catch (error) {
    if (uniqueViolation(error) === null) throw error;
    const text = errorText({ reason: "gallery.tax_number_taken" }, ctx.origin.locale);
    throw new DomainError("gallery.tax_number_taken", {}, { fields: { taxNumber: [text] } });
  }
}

const publicSelect = {
  id: true,
  name: true,
  slug: true,
  licenceNo: true,
  provinceCode: true,
  district: true,
  address: true,
  phone: true,
  whatsapp: true,
  email: true,
  about: true,
  hours: true,
  createdAt: true,
  _count: { select: { vehicles: { where: { status: "PUBLISHED" } } } },
} as const;

/**
 * The public page of a gallery. One that is not approved, or that does not want to be public, does
 * not exist here.
 * @throws DomainError `gallery.not_found`
 */
export async function publicGallery(
  ctx: PublicContext,
  input: GalleryPublicInput,
): Promise<GalleryPublicView> {
  const db = ctx.database.unsafeSystem("a public page is read by people without a gallery");
  const now = ctx.now();
  const { found, trust } = await db.read(async (tx) => {
    const gallery = await tx.gallery.findFirst({
      where: { slug: input.slug, status: "APPROVED", publicListing: true },
      select: publicSelect,
    });
    const known = gallery ? await trustOf(tx, [gallery.id], now) : undefined;
    return { found: gallery, trust: gallery && known?.get(gallery.id) };
  });
  if (!found || !trust) throw new DomainError("gallery.not_found");
  const { createdAt, _count, ...profile } = found;
  return {
    ...profile,
    provinceName: provinceByCode(profile.provinceCode)?.name ?? "",
    memberSince: createdAt.toISOString(),
    publishedVehicles: _count.vehicles,
    trust,
  };
}
