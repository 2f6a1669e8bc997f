import type { Tx } from "@oto/db";
import { audit, newId, publish } from "@oto/db";
import type { Money } from "@oto/domain";
import { can, DomainError, vehicleTitle } from "@oto/domain";
import { resolveChain } from "../catalog/catalog-chain";
import type { DealerContext } from "../context";
import { asDuplicate } from "./duplicate";
import { assertGatePasses } from "./gate.service";
import type { ChangePriceInput, UpdateVehicleInput } from "./inventory.input";
import { assertStockNoFree } from "./stock-no";
import type { VehicleRow } from "./vehicle.repo";
import {
  draftColumns,
  readStatedParts,
  readVehicleRow,
  rowToDraft,
  writeFeatures,
  writePanels,
} from "./vehicle.repo";
import type { ChangedVehicleView } from "./vehicle.view";
import type { VehicleDraft } from "./vehicle-draft";
import { changedFields, patchedDraft } from "./vehicle-draft";
import { lockEditableVehicle } from "./vehicle-lock";

/** What the EİDS verification compared with the registration; it holds until a new one. */
const HELD_BY_EIDS = ["makeId", "seriesId", "modelYear", "plate", "vin"] as const;

interface Change {
  row: VehicleRow;
  before: VehicleDraft;
  after: VehicleDraft;
  fields: readonly (keyof VehicleDraft)[];
}

function assertNotHeldByEids({ row, fields }: Change): void {
  if (row.eidsStatus !== "VERIFIED") return;
  const held = HELD_BY_EIDS.filter((field) => fields.includes(field));
  if (held.length === 0) return;
  throw new DomainError(
    "input.invalid",
    {},
    { fields: Object.fromEntries(held.map((field) => [field, ["validation.held_by_eids"]])) },
  );
}

/** Asking prices on the market, lowest prices and costs are not everybody's business. */
function assertMayChange(ctx: DealerContext, { row, fields }: Change): void {
  const { role } = ctx.gallery;
  const prices = (["price", "lowestPrice", "autoCounter"] as const).some((field) =>
    fields.includes(field),
  );
  if (prices && row.status !== "DRAFT" && !can(role, "inventory:price")) {
    throw new DomainError("auth.permission_denied");
  }
  if (fields.includes("cost") && !can(role, "inventory:cost")) {
    throw new DomainError("auth.permission_denied");
  }
}

/** What was proposed in one currency cannot be weighed against a price in another. */
async function assertCurrencyStays(tx: Tx, { row, before, after }: Change): Promise<void> {
  if (before.price.currency === after.price.currency) return;
  const open = await tx.offer.count({ where: { vehicleId: row.id, status: "OPEN" } });
  if (open > 0) throw new DomainError("inventory.open_offers");
}

const samePrice = (a: Money, b: Money) => a.amount === b.amount && a.currency === b.currency;

/** Keeps the history of asking prices and announces a new one. Returns the column that says when. */
async function recordPrice(
  tx: Tx,
  { row, before, after }: Change,
  actor: { actorId: string; now: Date },
): Promise<{ priceChangedAt?: Date }> {
  if (samePrice(before.price, after.price)) return {};
  const { id: vehicleId, galleryId } = row;
  const { currency } = after.price;
  await tx.priceChange.createMany({
    data: {
      id: newId(),
      vehicleId,
      galleryId,
      // Amounts of two currencies are no step of one another.
      fromAmount: before.price.currency === currency ? BigInt(before.price.amount) : null,
      toAmount: BigInt(after.price.amount),
      currency,
      actorId: actor.actorId,
      createdAt: actor.now,
    },
  });
  return { priceChangedAt: actor.now };
}

async function announce(tx: Tx, { row, before, after }: Change, version: number): Promise<void> {
  const { id: vehicleId, galleryId } = row;
  const payload = { vehicleId, galleryId, version };
  const { amount, currency } = after.price;
  const event = { aggregateId: vehicleId, galleryId };
  if (!samePrice(before.price, after.price) && before.price.currency === currency) {
    const prices = { fromAmount: before.price.amount, toAmount: amount, currency };
    await publish(tx, {
      name: "vehicle.price_changed",
      ...event,
      payload: { ...payload, ...prices },
    });
    return;
  }
  await publish(tx, { name: "vehicle.updated", ...event, payload });
}

async function write(
  tx: Tx,
  change: Change,
  actor: { actorId: string; now: Date },
): Promise<{ title: string; version: number }> {
  const { row, after, fields } = change;
  const owner = { vehicleId: row.id, galleryId: row.galleryId };
  const { makeName, seriesName, modelName, trimName } = row;
  const moved = (["makeId", "seriesId", "modelId", "trimId"] as const).some((field) =>
    fields.includes(field),
  );
  const names = moved
    ? await resolveChain(tx, after)
    : { makeName, seriesName, modelName, trimName };
  const title = vehicleTitle({ ...names, modelYear: after.modelYear });
  const stockNo = after.stockNo ?? row.stockNo;
  if (stockNo !== row.stockNo) await assertStockNoFree(tx, row.galleryId, stockNo);
  const columns = draftColumns(after, { ...names, title });
  const { version } = await tx.vehicle
    .update({
      where: { id: row.id },
      data: {
        ...columns,
        stockNo,
        version: { increment: 1 },
        ...(await recordPrice(tx, change, actor)),
      },
      select: { version: true },
    })
    .catch((error: unknown) => {
      throw asDuplicate(error, stockNo);
    });
  if (fields.includes("panels")) await writePanels(tx, owner, after.panels);
  if (fields.includes("features")) await writeFeatures(tx, owner, after.features);
  return { title, version };
}

async function changeVehicle(
  ctx: DealerContext,
  { vehicleId, ...patch }: UpdateVehicleInput,
  procedure: string,
): Promise<ChangedVehicleView> {
  const actor = { actorId: ctx.identity.userId, now: ctx.now() };
  return ctx.db.write(async (tx) => {
    const { status } = await lockEditableVehicle(tx, vehicleId);
    const row = await readVehicleRow(tx, vehicleId);
    const before = rowToDraft(row, await readStatedParts(tx, vehicleId));
    const after = patchedDraft(before, patch);
    const fields = changedFields(before, after);
    const change = { row, before, after, fields };
    const { price } = after;
    if (fields.length === 0) {
      return { vehicleId, status, version: row.version, title: row.title, price };
    }
    assertMayChange(ctx, change);
    assertNotHeldByEids(change);
    await assertCurrencyStays(tx, change);
    const { title, version } = await write(tx, change, actor);
    if (status === "PUBLISHED") {
      await assertGatePasses(tx, vehicleId, { now: actor.now, locale: ctx.origin.locale });
    }
    await announce(tx, change, version);
    await audit(tx, {
      action: procedure,
      entityType: "vehicle",
      entityId: vehicleId,
      galleryId: row.galleryId,
      actorId: actor.actorId,
      before: { price: { ...before.price } },
      after: { price: { ...price }, fields: [...fields] },
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
    return { vehicleId, status, version, title, price };
  });
}

/**
 * Changes what is stated about a vehicle. One that is on the market has to keep passing the
 * publish gate.
 *
 * @throws DomainError `inventory.not_found`, `inventory.locked_by_reservation`,
 * `inventory.wrong_state`, `inventory.catalog_mismatch`, `inventory.stock_no_taken`,
 * `inventory.open_offers`, `inventory.duplicate_plate`, `inventory.duplicate_vin`, `publish.blocked`,
 * `auth.permission_denied`, `input.invalid`
 */
export function updateVehicle(
  ctx: DealerContext,
  input: UpdateVehicleInput,
): Promise<ChangedVehicleView> {
  return changeVehicle(ctx, input, "inventory.update");
}

/** Changes the asking price and keeps its history. @throws DomainError as `updateVehicle` */
export function changePrice(
  ctx: DealerContext,
  input: ChangePriceInput,
): Promise<ChangedVehicleView> {
  return changeVehicle(ctx, input, "inventory.changePrice");
}
