import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { BodyType, Color, Currency, Fuel, Transmission, VehicleStatus } from "@oto/domain";
import { fold } from "@oto/domain";
import { containing, foldedColumn, foldedWords } from "../folded-text";
import type { ListVehiclesInput, VehicleSort } from "./inventory.input";

export interface StockRow {
  id: string;
  stockNo: string;
  status: VehicleStatus;
  version: number;
  title: string;
  makeName: string;
  seriesName: string;
  modelName: string | null;
  trimName: string | null;
  modelYear: number;
  mileageKm: number;
  fuel: Fuel;
  transmission: Transmission;
  bodyType: BodyType;
  color: Color;
  priceAmount: bigint;
  currency: Currency;
  plate: string | null;
  createdAt: Date;
  updatedAt: Date;
  publishedAt: Date | null;
  priceChangedAt: Date | null;
  soldAt: Date | null;
  photoCount: number;
  photosInProgress: number;
  coverId: string | null;
  coverWidth: number | null;
  coverHeight: number | null;
  coverPlaceholder: string | null;
  coverColor: string | null;
  coverVariants: unknown;
}

/** Position of a row in a sort: the sorted value and the id that settles ties. */
export type StockPosition = readonly [value: string | number, id: string];

interface SortColumn {
  column: Prisma.Sql;
  isInstant: boolean;
  descending: boolean;
  positionOf: (row: StockRow) => string | number;
}

/** The columns behind the sorts. */
export const STOCK_SORTS: Record<VehicleSort, SortColumn> = {
  newest: byInstant("created_at", true),
  oldest: byInstant("created_at", false),
  updated: byInstant("updated_at", true),
  priceAsc: byNumber("price_amount", false),
  priceDesc: byNumber("price_amount", true),
  kmAsc: byNumber("mileage_km", false),
  kmDesc: byNumber("mileage_km", true),
  yearDesc: byNumber("model_year", true),
  yearAsc: byNumber("model_year", false),
};

function byInstant(column: "created_at" | "updated_at", descending: boolean): SortColumn {
  const positionOf = (row: StockRow) =>
    (column === "created_at" ? row.createdAt : row.updatedAt).toISOString();
  return { column: Prisma.raw(`v.${column}`), isInstant: true, descending, positionOf };
}

function byNumber(
  column: "price_amount" | "mileage_km" | "model_year",
  descending: boolean,
): SortColumn {
  const positionOf = (row: StockRow) => {
    if (column === "price_amount") return Number(row.priceAmount);
    return column === "mileage_km" ? row.mileageKm : row.modelYear;
  };
  return { column: Prisma.raw(`v.${column}`), isInstant: false, descending, positionOf };
}

const FOLDED_TITLE = foldedColumn(Prisma.sql`v.title`);

/** Every word must be part of the title, the stock number, the plate or the VIN. */
function matches(q: string): Prisma.Sql[] {
  const joined = fold(q).replace(/\s+/g, "");
  const everyWord = foldedWords(q).map(
    (word) => Prisma.sql`(${FOLDED_TITLE} like ${containing(word)}
      or lower(v.stock_no) like ${containing(word)} or lower(v.plate) like ${containing(word)}
      or lower(v.vin) like ${containing(word)})`,
  );
  if (everyWord.length === 0) return [];
  // A plate is typed with spaces and kept without.
  return [
    Prisma.sql`(lower(v.plate) like ${containing(joined)}
      or (${Prisma.join(everyWord, " and ")}))`,
  ];
}

const between = (
  column: Prisma.Sql,
  range: { min?: number | undefined; max?: number | undefined } | undefined,
) => [
  ...(range?.min === undefined ? [] : [Prisma.sql`${column} >= ${range.min}`]),
  ...(range?.max === undefined ? [] : [Prisma.sql`${column} <= ${range.max}`]),
];

/** What a row must fulfil, except its state. */
function conditions(galleryId: string, input: ListVehiclesInput): Prisma.Sql[] {
  const { q, makeId, seriesId, price } = input;
  return [
    Prisma.sql`v.gallery_id = ${galleryId}::uuid`,
    ...(q ? matches(q) : []),
    ...(makeId ? [Prisma.sql`v.make_id = ${makeId}::uuid`] : []),
    ...(seriesId ? [Prisma.sql`v.series_id = ${seriesId}::uuid`] : []),
    ...between(Prisma.sql`v.price_amount`, price),
    ...(price?.currency ? [Prisma.sql`v.currency::text = ${price.currency}`] : []),
    ...between(Prisma.sql`v.model_year`, input.year),
    ...between(Prisma.sql`v.mileage_km`, input.km),
  ];
}

const all = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts], " and ");

/** Vehicles by state that fit everything but the state asked for. */
export async function countStock(
  tx: Tx,
  galleryId: string,
  input: ListVehiclesInput,
): Promise<{ status: VehicleStatus; count: number }[]> {
  return tx.$queryRaw`
    select v.status::text as status, count(*)::int as count from vehicle v
    where ${all(conditions(galleryId, input))} group by v.status`;
}

/** One row more than asked for, when there is one; `after` is the last row of the page before. */
export async function readStock(
  tx: Tx,
  galleryId: string,
  { input, after }: { input: ListVehiclesInput; after: StockPosition | null },
): Promise<StockRow[]> {
  const { column, isInstant, descending } = STOCK_SORTS[input.sort];
  const direction = Prisma.raw(descending ? "desc" : "asc");
  const beyond = Prisma.raw(descending ? "<" : ">");
  const where = conditions(galleryId, input);
  if (input.status?.length)
    where.push(Prisma.sql`v.status::text in (${Prisma.join(input.status)})`);
  if (after) {
    const cast = Prisma.raw(isInstant ? "timestamptz" : "bigint");
    where.push(Prisma.sql`(${column}, v.id) ${beyond} (${after[0]}::${cast}, ${after[1]}::uuid)`);
  }
  return tx.$queryRaw`
    select v.id, v.stock_no as "stockNo", v.status::text as status, v.version, v.title,
      v.make_name as "makeName", v.series_name as "seriesName", v.model_name as "modelName",
      v.trim_name as "trimName", v.model_year as "modelYear", v.mileage_km as "mileageKm",
      v.fuel::text as fuel, v.transmission::text as transmission, v.body_type::text as "bodyType",
      v.color::text as color, v.price_amount as "priceAmount", v.currency::text as currency,
      v.plate, v.created_at as "createdAt", v.updated_at as "updatedAt",
      v.published_at as "publishedAt", v.price_changed_at as "priceChangedAt",
      v.sold_at as "soldAt", photos.ready as "photoCount", photos.busy as "photosInProgress",
      cover.id as "coverId", cover.width as "coverWidth", cover.height as "coverHeight",
      cover.placeholder as "coverPlaceholder", cover.dominant_color as "coverColor",
      cover.variants as "coverVariants"
    from vehicle v
    left join media cover on cover.vehicle_id = v.id and cover.is_cover and cover.status = 'READY'
    cross join lateral (
      select count(*) filter (where m.status = 'READY')::int as ready,
        count(*) filter (where m.status in ('PENDING', 'PROCESSING'))::int as busy
      from media m where m.vehicle_id = v.id
    ) photos
    where ${all(where)}
    order by ${column} ${direction}, v.id ${direction}
    limit ${input.limit + 1}`;
}
