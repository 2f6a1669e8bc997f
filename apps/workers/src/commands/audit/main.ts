import { openDatabase, verifyAudit } from "@oto/db";
import { z } from "zod";
import { readWorkersEnv } from "../../env";
import { say } from "../seed/progress";

/**
 * `audit` verifies the hash chains of the audit trail, or of one gallery's: `audit <galleryId>`.
 * Ends with 1 when anything was changed, and says where.
 */
const chain = z.uuid().optional().parse(process.argv[2]);
const env = readWorkersEnv();
const database = openDatabase({ url: env.DATABASE_URL, poolSize: 2 });
const started = performance.now();
const report = await verifyAudit(database.pool, chain === undefined ? {} : { chain });
await database.close();

for (const { kind, chain: where, seq, entryId } of report.problems) {
  say(`✗ ${kind}: chain ${where}, number ${seq ?? "–"}, entry ${entryId ?? "–"}`);
}
for (const { chain: where, seq, hash } of report.heads) say(`  ${where}  ${seq}  ${hash}`);
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
const verdict = report.problems.length === 0 ? "✓ whole" : `✗ ${report.problems.length} problems`;
say(`${verdict}: ${report.entries} entries in ${report.chains} chains, ${seconds} s`);
process.exit(report.problems.length === 0 ? 0 : 1);
