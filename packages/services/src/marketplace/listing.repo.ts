import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type {
  BodyType,
  Color,
  Currency,
  Drivetrain,
  Fuel,
  GalleryStatus,
  PanelEntry,
  Transmission,
  VehicleStatus,
} from "@oto/domain";
import type { PhotoRow } from "../media";

/** A vehicle with what stands around it on the market. */
export interface ListingRow {
  vehicleId: string;
  version: number;
  status: VehicleStatus;
  galleryId: string;
  galleryName: string;
  gallerySlug: string;
  galleryStatus: GalleryStatus;
  publicListing: boolean;
  trustScore: number | null;
  provinceCode: number;
  district: string;
  title: string;
  makeId: string;
  makeName: string;
  makeSlug: string | null;
  seriesId: string;
  seriesName: string;
  modelId: string | null;
  modelName: string | null;
  trimId: string | null;
  trimName: string | null;
  modelYear: number;
  mileageKm: number;
  fuel: Fuel;
  transmission: Transmission;
  bodyType: BodyType;
  drivetrain: Drivetrain | null;
  color: Color;
  engineCc: number | null;
  powerHp: number | null;
  priceAmount: bigint;
  currency: Currency;
  tradeIn: boolean;
  warrantyUntil: Date | null;
  damageRecord: unknown;
  publishedAt: Date | null;
  priceChangedAt: Date | null;
  panels: PanelEntry[];
  features: string[];
  photoCount: number;
  cover: PhotoRow | null;
}

/** The photo that stands for the vehicle: the chosen one, else the first that is ready. */
const cover = Prisma.sql`(
  select jsonb_build_object('id', m.id, 'width', m.width, 'height', m.height,
    'placeholder', m.placeholder, 'dominantColor', m.dominant_color, 'variants', m.variants)
  from media m where m.vehicle_id = v.id and m.status = 'READY'
  order by m.is_cover desc, m.position, m.id limit 1)`;

/** Columns of a `ListingRow`, of vehicle `v`, gallery `g` and make `k`. */
export const listingColumns = Prisma.sql`
  v.id as "vehicleId", v.version, v.status::text as status, v.gallery_id as "galleryId",
  g.name as "galleryName", g.slug as "gallerySlug", g.status::text as "galleryStatus",
  g.public_listing as "publicListing", g.trust_score as "trustScore", g.province_code as "provinceCode", g.district, v.title,
  v.make_id as "makeId", v.make_name as "makeName", k.slug as "makeSlug",
  v.series_id as "seriesId", v.series_name as "seriesName", v.model_id as "modelId",
  v.model_name as "modelName", v.trim_id as "trimId", v.trim_name as "trimName",
  v.model_year as "modelYear", v.mileage_km as "mileageKm", v.fuel::text as fuel,
  v.transmission::text as transmission, v.body_type::text as "bodyType",
  v.drivetrain::text as drivetrain, v.color::text as color, v.engine_cc as "engineCc",
  v.power_hp as "powerHp", v.price_amount as "priceAmount", v.currency::text as currency,
  v.trade_in as "tradeIn", v.warranty_until as "warrantyUntil",
  v.damage_record as "damageRecord", v.published_at as "publishedAt",
  v.price_changed_at as "priceChangedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('panel', p.panel, 'state', p.state)), '[]')
    from vehicle_panel p where p.vehicle_id = v.id) as panels,
  (select coalesce(jsonb_agg(f.feature order by f.feature), '[]')
    from vehicle_feature f where f.vehicle_id = v.id) as features,
  (select count(*)::int from media m where m.vehicle_id = v.id and m.status = 'READY')
    as "photoCount",
  ${cover} as cover`;

export const listingTables = Prisma.sql`
  vehicle v join gallery g on g.id = v.gallery_id left join make k on k.id = v.make_id`;

/** Whether others may find it: published, by a gallery that may trade. */
export function isFindable(row: Pick<ListingRow, "status" | "galleryStatus">): boolean {
  return row.status === "PUBLISHED" && row.galleryStatus === "APPROVED";
}

/** Vehicles as the search index needs them, whatever their state. */
export async function readListings(tx: Tx, vehicleIds: readonly string[]): Promise<ListingRow[]> {
  return tx.$queryRaw<ListingRow[]>`
    select ${listingColumns} from ${listingTables} where v.id = any(${vehicleIds}::uuid[])`;
}

/**
 * What a listing depends on beside its rows' version, as a text that changes with it. A gallery's
 * change does not count as a change of its vehicles.
 */
export async function readStamps(
  tx: Tx,
  vehicleIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; stamp: string }[]>`
    select v.id, concat_ws('|', v.version, v.status, g.status, g.public_listing,
      coalesce(g.trust_score::text, ''), g.province_code, g.district, g.slug, g.name) as stamp
    from vehicle v join gallery g on g.id = v.gallery_id
    where v.id = any(${vehicleIds}::uuid[])`;
  return new Map(rows.map(({ id, stamp }) => [id, stamp]));
}

/** The same text of rows that were read whole. */
export function stampOf(row: ListingRow): string {
  const { version, status, galleryStatus, publicListing, provinceCode, trustScore } = row;
  const isPublic = publicListing ? "t" : "f";
  return [version, status, galleryStatus, isPublic, trustScore ?? "", provinceCode]
    .concat([row.district, row.gallerySlug, row.galleryName])
    .join("|");
}

export interface ListingVersionRow {
  vehicleId: string;
  version: number;
}

/** What should be findable, by id: up to `limit` after an id, of one gallery or of all. */
export async function readFindable(
  tx: Tx,
  page: { afterId: string | undefined; limit: number },
): Promise<ListingVersionRow[]> {
  const after = page.afterId ?? "00000000-0000-0000-0000-000000000000";
  return tx.$queryRaw<ListingVersionRow[]>`
    select v.id as "vehicleId", v.version from vehicle v join gallery g on g.id = v.gallery_id
    where v.status = 'PUBLISHED' and g.status = 'APPROVED' and v.id > ${after}::uuid
    order by v.id limit ${page.limit}`;
}
