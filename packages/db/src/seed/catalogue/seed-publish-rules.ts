import { DEFAULT_GATE_RULES } from "@oto/domain";
import type { Database } from "../../database";
import { newId } from "../../ids";

/**
 * Writes the publish gate's default rules as rows. Repeatable: a rule that somebody has changed
 * since stays changed.
 */
export async function seedPublishRules(database: Database): Promise<void> {
  const db = database.unsafeSystem("the rules of the publish gate are the platform's");
  await db.write((tx) =>
    tx.publishRule.createMany({
      data: DEFAULT_GATE_RULES.map(({ rule, from, to, severity, params }) => ({
        id: newId(),
        rule,
        severity,
        params: { ...params },
        validFrom: new Date(`${from}T00:00:00Z`),
        validTo: to === null ? null : new Date(`${to}T00:00:00Z`),
      })),
      skipDuplicates: true,
    }),
  );
}
