import { csvText } from "@oto/domain";
import { strToU8, zipSync } from "fflate";

/** One table of an export; rows are flat or nested JSON. */
export interface ExportTable {
  name: string;
  rows: readonly Record<string, unknown>[];
}

/** JSON that carries big integers as numbers and instants as ISO text. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === "bigint" ? Number(inner) : inner,
    ),
  );

/** Packs tables as JSON and as CSV, each under its name. */
export function zipTables(tables: readonly ExportTable[], readme: string): Buffer {
  const files: Record<string, Uint8Array> = { "OKUBENI.txt": strToU8(readme) };
  for (const { name, rows } of tables) {
    const flat = rows.map((row) => plain(row) as Record<string, unknown>);
    files[`json/${name}.json`] = strToU8(JSON.stringify(flat, null, 2));
    files[`csv/${name}.csv`] = strToU8(csvText(flat));
  }
  return Buffer.from(zipSync(files, { level: 6 }));
}
