/** Every check of the publish gate, in the order a dealer works through them. */
export const GATE_RULES = [
  "gallery_approved",
  "licence_stated",
  "licence_valid",
  "make_series",
  "model",
  "trim",
  "model_year",
  "fuel",
  "mileage",
  "price",
  "vin",
  "plate",
  "plate_unusual",
  "panels",
  "damage_record",
  "damage_queried",
  "liens",
  "warranty",
  "photos",
  "cover",
  "description_contact",
  "eids",
  "six_plus_six",
  "ekspertiz",
] as const;
export type GateRule = (typeof GATE_RULES)[number];

/** BLOCK keeps a vehicle off the market, WARN only tells, OFF does not check. */
export const GATE_SEVERITIES = ["BLOCK", "WARN", "OFF"] as const;
export type GateSeverity = (typeof GATE_SEVERITIES)[number];

/** One dated row: law changes as data. Dates are days in Türkiye, `YYYY-MM-DD`. */
export interface GateRuleRow {
  rule: GateRule;
  /** First day it holds. */
  from: string;
  /** First day it no longer holds; null while there is no end. */
  to: string | null;
  severity: GateSeverity;
  params: Readonly<Record<string, number>>;
}

/** Day on which the regulation on the trade of motor vehicles took its present form. */
const REGULATION = "2024-08-27";

function row(
  rule: GateRule,
  severity: GateSeverity,
  rest: Partial<Pick<GateRuleRow, "from" | "to" | "params">> = {},
): GateRuleRow {
  return { rule, severity, from: REGULATION, to: null, params: {}, ...rest };
}

/**
 * The rows a new platform starts with. Source: Motorlu Kara Taşıtlarının Ticareti Hakkında
 * Yönetmelik. EİDS only warns here, because it is open whether a closed dealer market counts as an
 * advert platform; a platform that must, sets its row to BLOCK.
 */
export const DEFAULT_GATE_RULES: readonly GateRuleRow[] = [
  row("gallery_approved", "BLOCK"),
  row("licence_stated", "BLOCK"),
  row("licence_valid", "BLOCK"),
  row("make_series", "BLOCK"),
  row("model", "BLOCK"),
  row("trim", "WARN"),
  row("model_year", "BLOCK"),
  row("fuel", "BLOCK"),
  row("mileage", "BLOCK"),
  row("price", "BLOCK"),
  row("vin", "BLOCK"),
  row("plate", "BLOCK"),
  row("plate_unusual", "WARN"),
  row("panels", "BLOCK"),
  row("damage_record", "BLOCK"),
  row("damage_queried", "WARN"),
  row("liens", "BLOCK"),
  row("warranty", "WARN"),
  row("photos", "BLOCK", { params: { min: 3 } }),
  row("cover", "BLOCK"),
  row("description_contact", "WARN"),
  row("eids", "WARN", { from: "2025-06-02" }),
  row("six_plus_six", "BLOCK", { to: "2026-07-01", params: { months: 6, km: 6000 } }),
  row("ekspertiz", "WARN", { params: { maxAgeYears: 8, maxKm: 160_000 } }),
];

/** Narrows a stored rule name. */
export function isGateRule(value: string): value is GateRule {
  return GATE_RULES.some((rule) => rule === value);
}
