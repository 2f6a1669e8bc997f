import type { Tx } from "@oto/db";
import type { Money, VehicleStatus } from "@oto/domain";
import { can, eidsStatusField, isVehicleEditable, vehicleActions } from "@oto/domain";
import type { DealerContext } from "../context";
import type { MediaRow } from "../media/media.view";
import { mediaSelect, toMediaView } from "../media/media.view";
import { toMoney } from "../money-view";
import { daysInStock } from "./days-in-stock";
import type { VehicleRef } from "./inventory.input";
import type { StatedParts, VehicleRow } from "./vehicle.repo";
import { readStatedParts, readVehicleRow, rowToDraft } from "./vehicle.repo";
import type { PriceChangeView, TransitionView, VehicleView } from "./vehicle.view";

interface Histories {
  media: MediaRow[];
  prices: {
    fromAmount: bigint | null;
    toAmount: bigint;
    currency: Money["currency"];
    actorId: string | null;
    createdAt: Date;
  }[];
  transitions: {
    fromStatus: VehicleStatus | null;
    toStatus: VehicleStatus;
    action: string;
    actorId: string | null;
    createdAt: Date;
  }[];
}

async function readHistories(tx: Tx, vehicleId: string): Promise<Histories> {
  const media = await tx.media.findMany({
    where: { vehicleId },
    select: mediaSelect,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const prices = await tx.priceChange.findMany({
    where: { vehicleId },
    select: { fromAmount: true, toAmount: true, currency: true, actorId: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  const transitions = await tx.vehicleTransition.findMany({
    where: { vehicleId },
    select: { fromStatus: true, toStatus: true, action: true, actorId: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return { media, prices, transitions };
}

const toPriceChange = (row: Histories["prices"][number]): PriceChangeView => ({
  from: row.fromAmount === null ? null : toMoney(row.fromAmount, row.currency),
  to: toMoney(row.toAmount, row.currency),
  actorId: row.actorId,
  at: row.createdAt.toISOString(),
});

const toTransition = (row: Histories["transitions"][number]): TransitionView => ({
  from: row.fromStatus,
  to: row.toStatus,
  action: row.action,
  actorId: row.actorId,
  at: row.createdAt.toISOString(),
});

const instant = (date: Date | null) => date?.toISOString() ?? null;

/** Identity, state, names and clocks of a vehicle: what its draft does not hold. */
function toRecord(row: VehicleRow, now: Date) {
  const editable = isVehicleEditable(row.status);
  return {
    vehicleId: row.id,
    status: row.status,
    version: row.version,
    editable,
    actions: row.status === "RESERVED" ? [] : vehicleActions(row.status),
    title: row.title,
    makeName: row.makeName,
    seriesName: row.seriesName,
    modelName: row.modelName,
    trimName: row.trimName,
    eidsStatus: eidsStatusField.catch("NONE").parse(row.eidsStatus),
    lockedByEids: row.eidsStatus === "VERIFIED",
    daysInStock: daysInStock(row, now),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: instant(row.publishedAt),
    priceChangedAt: instant(row.priceChangedAt),
    soldAt: instant(row.soldAt),
  };
}

function toVehicleView(
  ctx: DealerContext,
  row: VehicleRow,
  { parts, histories }: { parts: StatedParts; histories: Histories },
): VehicleView {
  const draft = rowToDraft(row, parts);
  return {
    ...draft,
    ...toRecord(row, ctx.now()),
    stockNo: row.stockNo,
    cost: can(ctx.gallery.role, "inventory:cost") ? draft.cost : null,
    media: histories.media.map((photo) =>
      toMediaView(photo, ctx.adapters.storage, ctx.origin.locale),
    ),
    priceHistory: histories.prices.map(toPriceChange),
    transitions: histories.transitions.map(toTransition),
  };
}

/**
 * Everything the gallery knows about one of its vehicles.
 *
 * @throws DomainError `inventory.not_found`, also for another gallery's vehicle
 */
export function getVehicle(ctx: DealerContext, { vehicleId }: VehicleRef): Promise<VehicleView> {
  return ctx.db.read(async (tx) => {
    const row = await readVehicleRow(tx, vehicleId);
    const parts = await readStatedParts(tx, vehicleId);
    const histories = await readHistories(tx, vehicleId);
    return toVehicleView(ctx, row, { parts, histories });
  });
}
