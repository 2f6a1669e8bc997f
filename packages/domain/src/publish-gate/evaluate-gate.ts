import type { GateTextParams } from "./gate-checks";
import { GATE_CHECKS } from "./gate-checks";
import type { GateRule, GateRuleRow } from "./gate-rules";
import { GATE_RULES } from "./gate-rules";
import type { VehicleFacts } from "./vehicle-facts";

/** A catalogue key with the values of its placeholders. */
export interface GateText {
  key: string;
  params: GateTextParams;
}

export interface GateCheck {
  rule: GateRule;
  ok: boolean;
  severity: "BLOCK" | "WARN";
  /** What is wrong; the rule's name when nothing is. */
  message: GateText;
  /** How to mend it; null when nothing is wrong. */
  fix: GateText | null;
}

export interface GateResult {
  /** No check that blocks has failed. */
  ok: boolean;
  checks: GateCheck[];
}

/** Türkiye keeps UTC+3 all year. */
const TURKIYE_OFFSET_MS = 3 * 3_600_000;

/** Today's date in Türkiye, `YYYY-MM-DD`. */
export function dayInTurkiye(now: Date): string {
  return new Date(now.getTime() + TURKIYE_OFFSET_MS).toISOString().slice(0, 10);
}

/** The row of a rule that holds on a day: of several, the one that began last. */
function rowInForce(
  rows: readonly GateRuleRow[],
  rule: GateRule,
  day: string,
): GateRuleRow | undefined {
  return rows
    .filter((row) => row.rule === rule && row.from <= day && (row.to === null || day < row.to))
    .sort((a, b) => b.from.localeCompare(a.from))[0];
}

/**
 * Checks a vehicle against the rules in force. Every rule in force is listed, passed or not, in
 * the order dealers work through them; a rule without a row in force, or OFF, is not listed.
 */
export function evaluateGate(
  facts: VehicleFacts,
  rows: readonly GateRuleRow[],
  now: Date,
): GateResult {
  const today = dayInTurkiye(now);
  const checks: GateCheck[] = [];
  for (const rule of GATE_RULES) {
    const row = rowInForce(rows, rule, today);
    if (!row || row.severity === "OFF") continue;
    const check = GATE_CHECKS[rule];
    const input = { facts, params: row.params, today };
    const ok = check.passes(input);
    const params = check.texts?.(input) ?? {};
    checks.push({
      rule,
      ok,
      severity: row.severity,
      message: { key: `gate.${rule}.${ok ? "label" : "message"}`, params },
      fix: ok ? null : { key: `gate.${rule}.fix`, params },
    });
  }
  return { ok: checks.every((check) => check.ok || check.severity !== "BLOCK"), checks };
}
