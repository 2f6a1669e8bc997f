import type { Platform } from "../context";
import type { ExportTable } from "./export-archive";
import { GALLERY_PARTS, SHARED_PARTS } from "./export-gallery";
import { PERSON_PARTS } from "./export-person";

const REASON = "a person's data lies in tables of all galleries";
const SHARED_REASON = "hidden from the tenant role; each part asks for the gallery itself";

/** Tells how far an export is; percent. */
export type Progress = (percent: number) => Promise<void>;

/** Everything that is known about a person, table by table. */
export async function personTables(platform: Platform, userId: string): Promise<ExportTable[]> {
  const db = platform.database.unsafeSystem(REASON);
  return db.read(async (tx) => {
    const tables: ExportTable[] = [];
    for (const { name, read } of PERSON_PARTS) {
      tables.push({ name, rows: await read({ platform, tx, subject: userId }) });
    }
    return tables;
  });
}

/** Everything that a gallery keeps here, table by table, with links to its files. */
export async function galleryTables(
  platform: Platform,
  galleryId: string,
  progress: Progress,
): Promise<ExportTable[]> {
  const own = platform.database.forGallery(galleryId);
  const system = platform.database.unsafeSystem(SHARED_REASON);
  const parts = [
    ...GALLERY_PARTS.map((part) => ({ part, db: own })),
    ...SHARED_PARTS.map((part) => ({ part, db: system })),
  ];
  const tables: ExportTable[] = [];
  for (const [index, { db, part }] of parts.entries()) {
    const rows = await db.read((tx) => part.read({ platform, tx, subject: galleryId }));
    tables.push({ name: part.name, rows });
    await progress(Math.round(((index + 1) / (parts.length + 1)) * 100));
  }
  return tables;
}
