import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bodyTypeField, drivetrainField, fuelField, slugify, transmissionField } from "@oto/domain";
import { parse } from "csv-parse/sync";
import { z } from "zod";

/** Several values in one cell, joined by `|`. */
const cells = z.string().transform((cell) => cell.split("|").filter((part) => part !== ""));
const optionalInt = z
  .string()
  .transform((cell) => (cell === "" ? null : Number(cell)))
  .pipe(z.int().nullable());

const makeRow = z.strictObject({
  name: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  country: z.string().transform((cell) => cell || null),
  aliases: cells,
});

const modelRow = z.strictObject({
  series: z.string().min(1),
  model: z.string().min(1),
  bodyTypes: cells.pipe(z.array(bodyTypeField).min(1)),
  fuel: fuelField,
  transmissions: cells.pipe(z.array(transmissionField).min(1)),
  engineCc: optionalInt,
  powerHp: optionalInt,
  drivetrain: drivetrainField,
  yearFrom: z.coerce.number().int().min(1900).max(2100),
  yearTo: optionalInt,
  trims: cells,
});

export type CatalogueModel = Omit<z.infer<typeof modelRow>, "series" | "model"> & {
  name: string;
  slug: string;
};
export interface CatalogueSeries {
  name: string;
  slug: string;
  models: CatalogueModel[];
}
export type CatalogueMake = z.infer<typeof makeRow> & { series: CatalogueSeries[] };

/** The package's `catalogue` folder, from the source tree as well as from a bundle in `dist`. */
export function catalogueFolder(): string {
  let folder = import.meta.dirname;
  for (;;) {
    // The package itself, or the repository around the bundle of another workspace.
    for (const inside of ["catalogue", "packages/db/catalogue"]) {
      if (existsSync(join(folder, inside, "makes"))) return join(folder, inside);
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error("packages/db/catalogue was not found");
    folder = parent;
  }
}

async function readRows<Row extends z.ZodType>(file: string, row: Row): Promise<z.infer<Row>[]> {
  const records: unknown[] = parse(await readFile(file, "utf8"), {
    columns: true,
    trim: true,
    skip_empty_lines: true,
  });
  return records.map((record, index) => {
    const parsed = row.safeParse(record);
    if (parsed.success) return parsed.data;
    throw new Error(`${file}, row ${index + 2}: ${z.prettifyError(parsed.error)}`);
  });
}

type ModelRow = z.infer<typeof modelRow>;

const LEVELS = 4;

function slugAt(level: number, row: ModelRow): string {
  const parts = [row.model, row.fuel, String(row.powerHp ?? 0), String(row.yearFrom)];
  return slugify(parts.slice(0, level + 1).join(" "));
}

/** A model's slug within its series: its name, and as much more as tells namesakes apart. */
function slugOf(row: ModelRow, siblings: readonly ModelRow[]): string {
  for (let level = 0; level < LEVELS; level += 1) {
    const slug = slugAt(level, row);
    if (siblings.every((other) => other === row || slugAt(level, other) !== slug)) return slug;
  }
  throw new Error(`two models cannot be told apart: ${row.series} ${row.model} ${row.fuel}`);
}

function toSeries(rows: readonly ModelRow[]): CatalogueSeries[] {
  const bySlug = new Map<string, ModelRow[]>();
  for (const row of rows) {
    const slug = slugify(row.series);
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), row]);
  }
  return [...bySlug].map(([slug, siblings]) => ({
    slug,
    name: siblings[0]?.series ?? slug,
    models: siblings.map((row) => {
      const { series: _series, model: name, ...specs } = row;
      return { name, slug: slugOf(row, siblings), ...specs, trims: [...new Set(specs.trims)] };
    }),
  }));
}

/**
 * Reads and checks the whole catalogue that ships with the platform.
 *
 * @throws Error naming file and row of what does not fit
 */
export async function readCatalogue(folder = catalogueFolder()): Promise<CatalogueMake[]> {
  const lists = (await readdir(folder)).filter((name) => /^makes.*\.csv$/.test(name)).sort();
  const makes = await Promise.all(lists.map((name) => readRows(join(folder, name), makeRow)));
  return Promise.all(
    makes.flat().map(async (make) => {
      const file = join(folder, "makes", `${make.slug}.csv`);
      return { ...make, series: toSeries(await readRows(file, modelRow)) };
    }),
  );
}
