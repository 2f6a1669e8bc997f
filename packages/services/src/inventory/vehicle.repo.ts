import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { Feature, Money, PanelEntry } from "@oto/domain";
import {
  conditionField,
  DomainError,
  damageRecordField,
  expertiseField,
  lienStateField,
  plateKindField,
  readAutoCounter,
} from "@oto/domain";
import type { CatalogNames } from "../catalog/catalog-chain";
import { toMoney } from "../money-view";
import type { VehicleDraft } from "./vehicle-draft";

/** A calendar day as the database keeps it: midnight in UTC. */
export const dayToDate = (day: string | null): Date | null =>
  day === null ? null : new Date(`${day}T00:00:00Z`);
export const dateToDay = (date: Date | null): string | null =>
  date === null ? null : date.toISOString().slice(0, 10);

const scalars = {
  id: true,
  galleryId: true,
  stockNo: true,
  status: true,
  version: true,
  makeId: true,
  seriesId: true,
  modelId: true,
  trimId: true,
  makeName: true,
  seriesName: true,
  modelName: true,
  trimName: true,
  title: true,
  modelYear: true,
  firstRegistrationDate: true,
  mileageKm: true,
  fuel: true,
  transmission: true,
  bodyType: true,
  drivetrain: true,
  engineCc: true,
  powerHp: true,
  color: true,
  interiorColor: true,
  condition: true,
  plate: true,
  plateKind: true,
  vin: true,
  ownerCount: true,
  warrantyUntil: true,
  warrantyStated: true,
  tradeIn: true,
  damageRecord: true,
  expertise: true,
  liens: true,
  priceAmount: true,
  currency: true,
  lowestPriceAmount: true,
  autoCounter: true,
  costAmount: true,
  description: true,
  internalNotes: true,
  eidsStatus: true,
  publishedAt: true,
  priceChangedAt: true,
  soldAt: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.VehicleSelect;

export type VehicleRow = Prisma.VehicleGetPayload<{ select: typeof scalars }>;

/** @throws DomainError `inventory.not_found` */
export async function readVehicleRow(tx: Tx, vehicleId: string): Promise<VehicleRow> {
  const row = await tx.vehicle.findUnique({ where: { id: vehicleId }, select: scalars });
  if (!row) throw new DomainError("inventory.not_found");
  return row;
}

export interface StatedParts {
  panels: PanelEntry[];
  features: Feature[];
}

export async function readStatedParts(tx: Tx, vehicleId: string): Promise<StatedParts> {
  const [parts] = await tx.$queryRaw<StatedParts[]>`
    select
      (select coalesce(json_agg(json_build_object('panel', panel, 'state', state) order by panel),
        '[]') from vehicle_panel where vehicle_id = ${vehicleId}::uuid) as panels,
      (select coalesce(json_agg(feature order by feature), '[]')
        from vehicle_feature where vehicle_id = ${vehicleId}::uuid) as features`;
  return parts ?? { panels: [], features: [] };
}

/** A JSON column that must fit its schema; what does not fit counts as not stated. */
function fits<T>(schema: { safeParse(value: unknown): { data?: T } }, value: unknown): T | null {
  return value === null ? null : (schema.safeParse(value).data ?? null);
}

/** The dealer's statements as they stand in the database. */
export function rowToDraft(row: VehicleRow, parts: StatedParts): VehicleDraft {
  const { currency } = row;
  const money = (amount: bigint | null) => (amount === null ? null : toMoney(amount, currency));
  return {
    makeId: row.makeId,
    seriesId: row.seriesId,
    modelId: row.modelId,
    trimId: row.trimId,
    stockNo: row.stockNo,
    modelYear: row.modelYear,
    firstRegistrationDate: dateToDay(row.firstRegistrationDate),
    mileageKm: row.mileageKm,
    fuel: row.fuel,
    transmission: row.transmission,
    bodyType: row.bodyType,
    drivetrain: row.drivetrain,
    engineCc: row.engineCc,
    powerHp: row.powerHp,
    color: row.color,
    interiorColor: row.interiorColor,
    condition: conditionField.catch("USED").parse(row.condition),
    plate: row.plate,
    plateKind: fits(plateKindField, row.plateKind),
    vin: row.vin,
    ownerCount: row.ownerCount,
    warrantyUntil: dateToDay(row.warrantyUntil),
    warrantyStated: row.warrantyStated,
    tradeIn: row.tradeIn,
    panels: parts.panels,
    features: parts.features,
    damageRecord: fits(damageRecordField, row.damageRecord),
    expertise: fits(expertiseField, row.expertise),
    liens: fits(lienStateField, row.liens),
    description: row.description,
    price: toMoney(row.priceAmount, currency),
    lowestPrice: money(row.lowestPriceAmount),
    autoCounter: readAutoCounter(row.autoCounter),
    cost: money(row.costAmount),
    internalNotes: row.internalNotes,
  };
}

const jsonOrNull = (value: object | null) =>
  value === null ? Prisma.DbNull : (value as Prisma.InputJsonObject);
const amountOrNull = (value: Money | null) => (value === null ? null : BigInt(value.amount));

/** The columns of a draft; stock number, panels and features are written on their own. */
export function draftColumns(draft: VehicleDraft, names: CatalogNames & { title: string }) {
  return {
    ...names,
    makeId: draft.makeId,
    seriesId: draft.seriesId,
    modelId: draft.modelId,
    trimId: draft.trimId,
    modelYear: draft.modelYear,
    firstRegistrationDate: dayToDate(draft.firstRegistrationDate),
    mileageKm: draft.mileageKm,
    fuel: draft.fuel,
    transmission: draft.transmission,
    bodyType: draft.bodyType,
    drivetrain: draft.drivetrain,
    engineCc: draft.engineCc,
    powerHp: draft.powerHp,
    color: draft.color,
    interiorColor: draft.interiorColor,
    condition: draft.condition,
    plate: draft.plate,
    plateKind: draft.plateKind,
    vin: draft.vin,
    ownerCount: draft.ownerCount,
    warrantyUntil: dayToDate(draft.warrantyUntil),
    warrantyStated: draft.warrantyStated,
    tradeIn: draft.tradeIn,
    damageRecord: jsonOrNull(draft.damageRecord),
    expertise: jsonOrNull(draft.expertise),
    liens: draft.liens,
    description: draft.description || null,
    priceAmount: BigInt(draft.price.amount),
    currency: draft.price.currency,
    lowestPriceAmount: amountOrNull(draft.lowestPrice),
    autoCounter: jsonOrNull(draft.autoCounter),
    costAmount: amountOrNull(draft.cost),
    internalNotes: draft.internalNotes || null,
  };
}

/** Replaces the body diagram. */
export async function writePanels(
  tx: Tx,
  owner: { vehicleId: string; galleryId: string },
  panels: readonly PanelEntry[],
): Promise<void> {
  await tx.vehiclePanel.deleteMany({ where: { vehicleId: owner.vehicleId } });
  await tx.vehiclePanel.createMany({ data: panels.map((entry) => ({ ...owner, ...entry })) });
}

/** Replaces the list of features. */
export async function writeFeatures(
  tx: Tx,
  owner: { vehicleId: string; galleryId: string },
  features: readonly Feature[],
): Promise<void> {
  await tx.vehicleFeature.deleteMany({ where: { vehicleId: owner.vehicleId } });
  await tx.vehicleFeature.createMany({ data: features.map((feature) => ({ ...owner, feature })) });
}
