import type { Tx } from "@oto/db";
import type { MediaStatus } from "@oto/domain";
import { DomainError } from "@oto/domain";
import { mediaSelect } from "./media.view";

/** Photos of a vehicle in their order. */
export const readMediaOf = (tx: Tx, vehicleId: string) =>
  tx.media.findMany({
    where: { vehicleId },
    select: mediaSelect,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });

export interface MediaRecord {
  id: string;
  galleryId: string;
  vehicleId: string;
  status: MediaStatus;
  size: number;
  originalKey: string;
  isCover: boolean;
  variants: unknown;
}

const record = {
  id: true,
  galleryId: true,
  vehicleId: true,
  status: true,
  size: true,
  originalKey: true,
  isCover: true,
  variants: true,
} as const;

/** Null when there is none within the transaction's scope. */
export const findMedia = (tx: Tx, mediaId: string): Promise<MediaRecord | null> =>
  tx.media.findUnique({ where: { id: mediaId }, select: record });

/** @throws DomainError `media.not_found` */
export async function readMedia(tx: Tx, mediaId: string): Promise<MediaRecord> {
  const row = await findMedia(tx, mediaId);
  if (!row) throw new DomainError("media.not_found");
  return row;
}

/** How many photos a vehicle has, which of them count against the limit, and the next position. */
export async function countMedia(
  tx: Tx,
  vehicleId: string,
): Promise<{ total: number; usable: number; nextPosition: number }> {
  const [counts] = await tx.$queryRaw<{ total: number; usable: number; nextPosition: number }[]>`
    select count(*)::int as total, (count(*) filter (where status <> 'FAILED'))::int as usable,
      coalesce(max(position) + 1, 0)::int as "nextPosition"
    from media where vehicle_id = ${vehicleId}::uuid`;
  return counts ?? { total: 0, usable: 0, nextPosition: 0 };
}

/** Counts a vehicle's version up and tells it: search and screens see another set of photos. */
export async function bumpVehicle(tx: Tx, vehicleId: string): Promise<void> {
  await tx.vehicle.updateMany({
    where: { id: vehicleId },
    data: { version: { increment: 1 } },
  });
}

/** The first READY photo becomes the cover of a vehicle that has none. */
export async function ensureCover(tx: Tx, vehicleId: string): Promise<void> {
  const cover = await tx.media.findFirst({
    where: { vehicleId, isCover: true },
    select: { id: true },
  });
  if (cover) return;
  const first = await tx.media.findFirst({
    where: { vehicleId, status: "READY" },
    select: { id: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  if (first) await tx.media.updateMany({ where: { id: first.id }, data: { isCover: true } });
}
