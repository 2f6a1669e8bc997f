import type { TaxType } from "@oto/domain";
import type { Platform } from "../context";
import { isUnsealedTckn, sealTaxNumber } from "./tax-number";
import { vaultOf } from "./vault";

const REASON = "sealed values of all galleries get the key that seals now";
const BATCH = 200;

/** Every column that holds sealed values, with the column that names its rows. */
const SEALED_COLUMNS = [
  { table: "app_user", column: "totp_cipher", id: "id" },
  { table: "signing_key", column: "private_cipher", id: "kid" },
  { table: "deal_log_key", column: "private_cipher", id: "kid" },
  { table: "gallery", column: "tax_number_cipher", id: "id" },
  { table: "push_key", column: "private_cipher", id: "kid" },
] as const;
type SealedColumn = (typeof SEALED_COLUMNS)[number];

export interface ReencryptProgress {
  /** `table.column` */
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

type Report = (progress: ReencryptProgress) => void;

/**
 * Seals one column's values anew, in batches by id. A value that changed meanwhile is left alone:
 * whoever changed it sealed it with the current key.
 */
async function reencryptColumn(
  platform: Platform,
  { table, column, id }: SealedColumn,
  report: Report,
): Promise<number> {
  const { pool } = platform.database;
  const vault = vaultOf(platform);
  const stale = `${column} is not null and ${column} not like $1`;
  const current = `env1.${vault.version}.%`;
  const { rows: counted } = await pool.query<{ total: number }>(
    `select count(*)::int as total from ${table} where ${stale}`,
    [current],
  );
  const total = counted[0]?.total ?? 0;
  let done = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await pool.query<{ id: string; sealed: string }>(
      `select ${id} as id, ${column} as sealed from ${table}
        where ${stale} and ${id} > $2 order by ${id} limit ${BATCH}`,
      [current, after],
    );
    for (const row of rows) {
      const place = { table, column, row: row.id };
      const sealed = vault.seal(vault.open(row.sealed, place), place);
      await pool.query(`update ${table} set ${column} = $1 where ${id} = $2 and ${column} = $3`, [
        sealed,
        row.id,
        row.sealed,
      ]);
      after = row.id;
    }
    done += rows.length;
    report({ what: `${table}.${column}`, done, total });
    if (rows.length < BATCH) return done;
  }
}

/** Seals national ids that were written before sealing was. */
async function sealTaxNumbers(platform: Platform, report: Report): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  let done = 0;
  for (;;) {
    const sealed = await db.write(async (tx) => {
      const rows = await tx.gallery.findMany({
        where: { taxType: "TCKN" satisfies TaxType, taxNumberCipher: null },
        orderBy: { id: "asc" },
        take: BATCH,
        select: { id: true, taxType: true, taxNumber: true, taxNumberCipher: true },
      });
      for (const row of rows.filter(isUnsealedTckn)) {
        await tx.gallery.update({
          where: { id: row.id },
          data: sealTaxNumber(platform, row),
          select: { id: true },
        });
      }
      return rows.length;
    });
    done += sealed;
    report({ what: "gallery.tax_number", done, total: done });
    if (sealed < BATCH) return done;
  }
}

/**
 * Brings every sealed value under the key that seals now. Safe to run beside a running platform
 * and to stop at any point: what is current already is skipped by the next run.
 * @returns how many values were sealed anew
 * @throws UnsealError for a value whose key is not among the given ones
 */
export async function reencryptSecrets(
  platform: Platform,
  report: Report = () => undefined,
): Promise<number> {
  let count = await sealTaxNumbers(platform, report);
  for (const column of SEALED_COLUMNS) count += await reencryptColumn(platform, column, report);
  return count;
}
