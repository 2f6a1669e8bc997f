import type { Tx } from "@oto/db";
import type { GateResult, GateRuleRow, GateSeverity, Locale, VehicleFacts } from "@oto/domain";
import {
  conditionField,
  DEFAULT_GATE_RULES,
  DomainError,
  damageRecordField,
  eidsStatusField,
  evaluateGate,
  GATE_SEVERITIES,
  isGateRule,
  lienStateField,
  messageText,
} from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import type { VehicleRef } from "./inventory.input";
import { dateToDay } from "./vehicle.repo";
import type { GateView } from "./vehicle.view";

const factsSelect = {
  makeName: true,
  seriesName: true,
  modelName: true,
  trimName: true,
  modelYear: true,
  condition: true,
  firstRegistrationDate: true,
  fuel: true,
  mileageKm: true,
  priceAmount: true,
  vin: true,
  plate: true,
  damageRecord: true,
  liens: true,
  warrantyStated: true,
  description: true,
  eidsStatus: true,
  expertise: true,
  gallery: { select: { status: true, licenceNo: true, licenceExpiresOn: true } },
  _count: { select: { panels: true } },
  media: { where: { status: "READY" }, select: { isCover: true } },
} as const;

const expertiseDay = z.object({ date: z.iso.date() });

async function readFacts(tx: Tx, vehicleId: string): Promise<VehicleFacts> {
  const row = await tx.vehicle.findUnique({ where: { id: vehicleId }, select: factsSelect });
  if (!row) throw new DomainError("inventory.not_found");
  return {
    galleryStatus: row.gallery.status,
    licenceNo: row.gallery.licenceNo,
    licenceExpiresOn: dateToDay(row.gallery.licenceExpiresOn),
    makeName: row.makeName,
    seriesName: row.seriesName,
    modelName: row.modelName,
    trimName: row.trimName,
    modelYear: row.modelYear,
    condition: conditionField.catch("USED").parse(row.condition),
    firstRegistrationDate: dateToDay(row.firstRegistrationDate),
    fuel: row.fuel,
    mileageKm: row.mileageKm,
    priceAmount: Number(row.priceAmount),
    vin: row.vin,
    plate: row.plate,
    statedPanels: row._count.panels,
    damageStatus: damageRecordField.safeParse(row.damageRecord).data?.status ?? null,
    liens: lienStateField.safeParse(row.liens).data ?? null,
    warrantyStated: row.warrantyStated,
    readyPhotos: row.media.length,
    hasCover: row.media.some(({ isCover }) => isCover),
    description: row.description,
    eidsStatus: eidsStatusField.catch("NONE").parse(row.eidsStatus),
    expertiseDate: expertiseDay.safeParse(row.expertise).data?.date ?? null,
  };
}

const isSeverity = (text: string): text is GateSeverity =>
  GATE_SEVERITIES.some((severity) => severity === text);
const paramsField = z.record(z.string(), z.number());

/** The dated rules as rows; a platform whose table is empty has the defaults, never none. */
async function readRules(tx: Tx): Promise<readonly GateRuleRow[]> {
  const rows = await tx.publishRule.findMany({
    select: { rule: true, validFrom: true, validTo: true, severity: true, params: true },
  });
  if (rows.length === 0) return DEFAULT_GATE_RULES;
  return rows.flatMap(({ rule, validFrom, validTo, severity, params }) => {
    if (!isGateRule(rule) || !isSeverity(severity)) return [];
    const from = validFrom.toISOString().slice(0, 10);
    const stated = paramsField.catch({}).parse(params);
    return [{ rule, severity, from, to: dateToDay(validTo), params: stated }];
  });
}

function toGateView(result: GateResult, locale: Locale): GateView {
  return {
    ok: result.ok,
    checks: result.checks.map(({ rule, ok, severity, message, fix }) => ({
      rule,
      ok,
      severity,
      message: messageText(message.key, locale, message.params),
      fix: fix === null ? null : messageText(fix.key, locale, fix.params),
    })),
  };
}

interface GateReader {
  now: Date;
  locale: Locale;
}

/** The publish gate over what this transaction sees. @throws DomainError `inventory.not_found` */
export async function readGate(
  tx: Tx,
  vehicleId: string,
  { now, locale }: GateReader,
): Promise<GateView> {
  const facts = await readFacts(tx, vehicleId);
  return toGateView(evaluateGate(facts, await readRules(tx), now), locale);
}

/**
 * Refuses what would leave a vehicle on the market that may not be there. Call it under the
 * vehicle's lock, after the change.
 *
 * @throws DomainError `publish.blocked` with all checks
 */
export async function assertGatePasses(
  tx: Tx,
  vehicleId: string,
  reader: GateReader,
): Promise<void> {
  const { ok, checks } = await readGate(tx, vehicleId, reader);
  if (ok) return;
  const failing = checks.filter((check) => !check.ok && check.severity === "BLOCK");
  throw new DomainError("publish.blocked", { count: failing.length }, { checks });
}

/** What stands between a vehicle and the market, with how to mend it. */
export function checkGate(ctx: DealerContext, { vehicleId }: VehicleRef): Promise<GateView> {
  return ctx.db.read((tx) =>
    readGate(tx, vehicleId, { now: ctx.now(), locale: ctx.origin.locale }),
  );
}
