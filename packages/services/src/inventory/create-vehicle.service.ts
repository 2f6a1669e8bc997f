import { audit, newId, publish } from "@oto/db";
import { vehicleTitle } from "@oto/domain";
import { resolveChain } from "../catalog/catalog-chain";
import type { DealerContext } from "../context";
import { asDuplicate } from "./duplicate";
import type { CreateVehicleInput } from "./inventory.input";
import { takeStockNo } from "./stock-no";
import { draftColumns, writeFeatures, writePanels } from "./vehicle.repo";
import type { CreatedVehicleView } from "./vehicle.view";
import { draftOf } from "./vehicle-draft";

/**
 * Takes a vehicle into the gallery's stock as a DRAFT.
 *
 * @throws DomainError `inventory.catalog_mismatch`, `inventory.stock_no_taken`,
 * `inventory.duplicate_plate`, `inventory.duplicate_vin`, `input.invalid`
 */
export async function createVehicle(
  ctx: DealerContext,
  input: CreateVehicleInput,
): Promise<CreatedVehicleView> {
  const galleryId = ctx.gallery.id;
  const actorId = ctx.identity.userId;
  const now = ctx.now();
  const vehicleId = newId();
  const owner = { vehicleId, galleryId };
  const draft = draftOf(input);
  return ctx.db.write(async (tx) => {
    const names = await resolveChain(tx, draft);
    const title = vehicleTitle({ ...names, modelYear: draft.modelYear });
    const stockNo = await takeStockNo(tx, galleryId, draft.stockNo);
    const columns = draftColumns(draft, { ...names, title });
    await tx.vehicle
      .createMany({ data: { id: vehicleId, galleryId, stockNo, createdAt: now, ...columns } })
      .catch((error: unknown) => {
        throw asDuplicate(error, stockNo);
      });
    if (draft.panels.length > 0) await writePanels(tx, owner, draft.panels);
    if (draft.features.length > 0) await writeFeatures(tx, owner, draft.features);
    await tx.priceChange.createMany({
      data: {
        id: newId(),
        ...owner,
        toAmount: columns.priceAmount,
        currency: columns.currency,
        actorId,
        createdAt: now,
      },
    });
    await tx.vehicleTransition.createMany({
      data: { id: newId(), ...owner, toStatus: "DRAFT", action: "create", actorId, createdAt: now },
    });
    await publish(tx, {
      name: "vehicle.created",
      aggregateId: vehicleId,
      galleryId,
      payload: { ...owner, version: 1 },
    });
    await audit(tx, {
      action: "inventory.create",
      entityType: "vehicle",
      entityId: vehicleId,
      galleryId,
      actorId,
      after: { stockNo, title, price: { ...draft.price } },
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
    return { vehicleId, status: "DRAFT" as const, stockNo, version: 1 };
  });
}
