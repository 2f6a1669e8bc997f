import type { Tx } from "@oto/db";
import type { MediaStatus } from "@oto/domain";
import { readVariants } from "./media.view";
import { ORIGINALS_PREFIX, VARIANTS_PREFIX } from "./media-keys";

/** Photos that say which files there must and may be, in the order in which the storage lists. */
export interface SweepSlice {
  /** Keys that READY photos need, and whose they are. */
  readonly needed: ReadonlyMap<string, readonly string[]>;
  /** Whether a key in this stretch of the storage belongs to any of these photos. */
  readonly owns: (key: string) => boolean;
  /** The stretch ends behind this key; null at the last photo: it goes on to the end. */
  readonly upTo: string | null;
  readonly photos: number;
}

/** One part of the storage: its files in order beside its photos in order. */
export interface SweepArea {
  readonly prefix: string;
  readonly read: (tx: Tx, page: { after: string; limit: number }) => Promise<SweepSlice>;
  /** Which of the keys belong to any photo now, wherever it is in the order. */
  readonly ownedNow: (tx: Tx, keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

interface OriginalRow {
  key: string;
  ids: string[];
}

/** Untouched files: several photos may share one. */
export const originalsArea: SweepArea = {
  prefix: ORIGINALS_PREFIX,
  async read(tx, { after, limit }) {
    const rows = await tx.$queryRaw<OriginalRow[]>`
      select original_key as key,
        coalesce(array_agg(id::text) filter (where status = 'READY'), '{}') as ids
      from media where original_key collate "C" > ${after}
      group by original_key order by original_key collate "C" limit ${limit}`;
    const known = new Set(rows.map(({ key }) => key));
    return {
      needed: new Map(rows.filter(({ ids }) => ids.length > 0).map(({ key, ids }) => [key, ids])),
      owns: (key) => known.has(key),
      upTo: rows.length < limit ? null : (rows.at(-1)?.key ?? null),
      photos: rows.length,
    };
  },
  async ownedNow(tx, keys) {
    const rows = await tx.$queryRaw<{ key: string }[]>`
      select original_key as key from media
      where original_key collate "C" = any(${[...keys]}::text[])`;
    return new Set(rows.map(({ key }) => key));
  },
};

interface VariantRow {
  id: string;
  status: MediaStatus;
  variants: unknown;
}

const folderOf = (key: string): string =>
  key.slice(0, key.indexOf("/", VARIANTS_PREFIX.length) + 1);

/** Pictures made of them, in a folder a photo; while it is being processed all of that is its own. */
export const variantsArea: SweepArea = {
  prefix: VARIANTS_PREFIX,
  async read(tx, { after, limit }) {
    const afterId = after.slice(VARIANTS_PREFIX.length, VARIANTS_PREFIX.length + 36);
    const rows = await tx.$queryRaw<VariantRow[]>`
      select id::text, status, variants from media
      where ${afterId} = '' or id > nullif(${afterId}, '')::uuid
      order by id limit ${limit}`;
    const needed = new Map<string, string[]>();
    const working = new Set<string>();
    for (const { id, status, variants } of rows) {
      if (status !== "READY") working.add(`${VARIANTS_PREFIX}${id}/`);
      for (const { key } of status === "READY" ? readVariants(variants) : []) {
        needed.set(key, [...(needed.get(key) ?? []), id]);
      }
    }
    const last = rows.at(-1)?.id;
    return {
      needed,
      owns: (key) => needed.has(key) || working.has(folderOf(key)),
      // A tilde sorts behind every character of a key.
      upTo: rows.length < limit || !last ? null : `${VARIANTS_PREFIX}${last}/~`,
      photos: rows.length,
    };
  },
  async ownedNow(tx, keys) {
    // Photos may show files of other folders (the demo market does), hence no look at the key alone.
    const rows = await tx.$queryRaw<{ key: string }[]>`
      select key from unnest(${[...keys]}::text[]) as key
      join media on media.id::text = substr(key, ${VARIANTS_PREFIX.length + 1}::int, 36)
        and media.status in ('PENDING', 'PROCESSING')
      union
      select variant ->> 'key' from media, jsonb_array_elements(variants) as variant
      where jsonb_typeof(variants) = 'array' and variant ->> 'key' = any(${[...keys]}::text[])`;
    return new Set(rows.map(({ key }) => key));
  },
};
