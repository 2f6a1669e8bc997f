import type { Tx } from "@oto/db";
import type { Platform } from "../context";

/** Rows of one table of an export, flat or nested JSON. */
export type ExportRows = readonly Record<string, unknown>[];

/** Whose export is made, and by which transaction rows are read. */
export interface ExportScene {
  readonly platform: Platform;
  readonly tx: Tx;
  /** The gallery, or the person, that the export is of. */
  readonly subject: string;
}

/** A part of an export: a table of the archive, and the tables of the database that it carries. */
export interface ExportPart {
  readonly name: string;
  readonly tables: readonly string[];
  readonly read: (scene: ExportScene) => Promise<ExportRows>;
}

/** For as long as the archive itself can be fetched. */
const LINK_SECONDS = 7 * 24 * 3_600;

/** A link to a private file that lives as long as the archive can be fetched. */
export const fileLink = (platform: Platform, key: string): Promise<string> =>
  platform.adapters.storage.signedUrl(key, LINK_SECONDS);
