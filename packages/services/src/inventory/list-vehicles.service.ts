import type { VehicleStatus } from "@oto/domain";
import { VEHICLE_STATUSES } from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { toPhotoView } from "../media/media.view";
import { toMoney } from "../money-view";
import { decodeCursor, toPage } from "../paging";
import { daysInStock } from "./days-in-stock";
import type { ListVehiclesInput } from "./inventory.input";
import type { StockPosition, StockRow } from "./stock-list.repo";
import { countStock, readStock, STOCK_SORTS } from "./stock-list.repo";
import type { StockItem, StockList } from "./vehicle.view";

/** A cursor belongs to the sort it was made for. */
function readPosition({ cursor, sort }: ListVehiclesInput): StockPosition | null {
  const isInstant = STOCK_SORTS[sort].isInstant;
  const value = isInstant ? z.iso.datetime() : z.int();
  const tuple = decodeCursor(cursor, z.tuple([z.literal(sort), value, z.uuid()]));
  return tuple === null ? null : [tuple[1], tuple[2]];
}

function toStockItem(ctx: DealerContext, row: StockRow): StockItem {
  const { id, priceAmount, currency, coverId, ...rest } = row;
  const { createdAt, updatedAt, publishedAt, priceChangedAt, soldAt } = row;
  const cover = coverId && {
    id: coverId,
    width: rest.coverWidth,
    height: rest.coverHeight,
    placeholder: rest.coverPlaceholder,
    dominantColor: rest.coverColor,
    variants: rest.coverVariants,
  };
  return {
    vehicleId: id,
    stockNo: row.stockNo,
    status: row.status,
    version: row.version,
    title: row.title,
    makeName: row.makeName,
    seriesName: row.seriesName,
    modelName: row.modelName,
    trimName: row.trimName,
    modelYear: row.modelYear,
    mileageKm: row.mileageKm,
    fuel: row.fuel,
    transmission: row.transmission,
    bodyType: row.bodyType,
    color: row.color,
    price: toMoney(priceAmount, currency),
    plate: row.plate,
    cover: cover ? toPhotoView(cover, ctx.adapters.storage) : null,
    photoCount: row.photoCount,
    photosInProgress: row.photosInProgress,
    daysInStock: daysInStock(row, ctx.now()),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    priceChangedAt: priceChangedAt?.toISOString() ?? null,
    soldAt: soldAt?.toISOString() ?? null,
  };
}

/** The gallery's own stock, a page at a time, with how many there are in every state. */
export async function listVehicles(
  ctx: DealerContext,
  input: ListVehiclesInput,
): Promise<StockList> {
  const galleryId = ctx.gallery.id;
  const after = readPosition(input);
  const { rows, counted } = await ctx.db.read(
    async (tx) => ({
      rows: await readStock(tx, galleryId, { input, after }),
      counted: await countStock(tx, galleryId, input),
    }),
    { intent: "list" },
  );
  const counts = Object.fromEntries(
    VEHICLE_STATUSES.map((status) => [
      status,
      counted.find((group) => group.status === status)?.count ?? 0,
    ]),
  ) as Record<VehicleStatus, number>;
  const asked = input.status?.length ? new Set(input.status) : new Set(VEHICLE_STATUSES);
  const { positionOf } = STOCK_SORTS[input.sort];
  return {
    ...toPage(rows, input.limit, {
      item: (row) => toStockItem(ctx, row),
      tuple: (row) => [input.sort, positionOf(row), row.id],
    }),
    total: [...asked].reduce((sum, status) => sum + counts[status], 0),
    counts,
  };
}
