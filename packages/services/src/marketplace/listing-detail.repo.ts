import type { Db, Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { Condition, LienState, OfferStatus, Side } from "@oto/domain";
import type { PhotoRow } from "../media";
import type { ListingRow } from "./listing.repo";
import { listingColumns, listingTables } from "./listing.repo";

/** A vehicle in full. Days are `YYYY-MM-DD`; no column that is the seller's own business. */
export interface ListingDetailRow extends ListingRow {
  condition: Condition;
  firstRegistrationDate: string | null;
  interiorColor: ListingRow["color"] | null;
  ownerCount: number | null;
  warrantyDay: string | null;
  warrantyStated: boolean;
  liens: LienState | null;
  vinLast6: string | null;
  eidsStatus: string;
  expertise: unknown;
  description: string | null;
  photos: (PhotoRow & { cover: boolean })[];
  priceChanges: { at: string; from: number | null; to: number }[];
  licenceNo: string;
  phone: string | null;
  whatsapp: string | null;
  memberSince: Date;
  publishedVehicles: number;
}

const detailColumns = Prisma.sql`
  v.condition, v.first_registration_date::text as "firstRegistrationDate",
  v.interior_color::text as "interiorColor", v.owner_count as "ownerCount",
  v.warranty_until::text as "warrantyDay", v.warranty_stated as "warrantyStated", v.liens,
  right(v.vin, 6) as "vinLast6", v.eids_status as "eidsStatus", v.expertise, v.description,
  (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'width', m.width, 'height', m.height,
      'placeholder', m.placeholder, 'dominantColor', m.dominant_color, 'variants', m.variants,
      'cover', m.is_cover) order by m.position, m.id), '[]')
    from media m where m.vehicle_id = v.id and m.status = 'READY') as photos,
  (select coalesce(jsonb_agg(jsonb_build_object('at', c.created_at, 'from', c.from_amount,
      'to', c.to_amount) order by c.created_at, c.id), '[]')
    from price_change c where c.vehicle_id = v.id and c.created_at > v.published_at)
    as "priceChanges",
  g.licence_no as "licenceNo", g.phone, g.whatsapp, g.created_at as "memberSince",
  (select count(*)::int from vehicle o where o.gallery_id = g.id and o.status = 'PUBLISHED')
    as "publishedVehicles"`;

/** A vehicle in full, whatever its state; undefined when there is none. */
export async function readListingDetail(
  db: Db,
  vehicleId: string,
): Promise<ListingDetailRow | undefined> {
  const [row] = await db.query<ListingDetailRow>(Prisma.sql`
    select ${listingColumns}, ${detailColumns} from ${listingTables}
    where v.id = ${vehicleId}::uuid`);
  return row;
}

/** Several at once, in no order. */
export async function readListingDetails(
  tx: Tx,
  vehicleIds: readonly string[],
): Promise<ListingDetailRow[]> {
  return tx.$queryRaw<ListingDetailRow[]>`
    select ${listingColumns}, ${detailColumns} from ${listingTables}
    where v.id = any(${vehicleIds}::uuid[])`;
}

/** A vehicle in full with what a gallery has going over it. */
export interface DealingsRow extends ListingDetailRow {
  /** Its open offer. */
  myOffer: {
    id: string;
    status: OfferStatus;
    round: number;
    turn: Side | null;
    amount: number;
    currency: ListingRow["currency"];
    expiresAt: string;
  } | null;
  /** Its reservation or purchase. */
  reservationId: string | null;
}

/** A vehicle in full, whatever its state, as a gallery sees it; undefined when there is none. */
export async function readListingFor(
  db: Db,
  { galleryId, vehicleId }: { galleryId: string; vehicleId: string },
): Promise<DealingsRow | undefined> {
  const [row] = await db.query<DealingsRow>(Prisma.sql`
    select ${listingColumns}, ${detailColumns},
      (select jsonb_build_object('id', o.id, 'status', o.status, 'round', o.round, 'turn', o.turn,
          'amount', o.amount, 'currency', o.currency, 'expiresAt', o.expires_at)
        from offer o
        where o.vehicle_id = v.id and o.buyer_gallery_id = ${galleryId}::uuid
          and o.status = 'OPEN') as "myOffer",
      (select r.id from reservation r
        where r.vehicle_id = v.id and r.buyer_gallery_id = ${galleryId}::uuid
          and r.status in ('ACTIVE', 'COMPLETED')
        order by r.created_at desc limit 1) as "reservationId"
    from ${listingTables} where v.id = ${vehicleId}::uuid`);
  return row;
}
