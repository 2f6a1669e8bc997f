import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import type { ColumnRow } from "./listing-columns";
import { COLUMN_SQL, ListingColumns } from "./listing-columns";

/** How old the columns may be, by changes of other processes; own changes are always in them. */
const MAX_AGE_MS = 200;
/** How long the first readers wait for the columns before PostgreSQL counts for them. */
const PATIENCE_MS = 1_500;
/** Listings read at once; between two chunks others get their turn. */
const CHUNK = 2_000;
/** More changes than these are read as if for the first time. */
const MOST_CHANGES = 20_000;
/** After a failed reading PostgreSQL counts for so long. */
const RETRY_MS = 2_000;

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

const LOAD = `
SELECT l.vehicle_id, ${COLUMN_SQL} FROM search_listing l
WHERE l.vehicle_id > $1 ORDER BY l.vehicle_id LIMIT ${CHUNK}`;

// What was under way when the columns were last brought up to date may have committed since, so
// changes are asked for from the oldest transaction on that was.
const CHANGES = `
SELECT s.xmin, c.* FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin) s
LEFT JOIN LATERAL (
  SELECT v.vehicle_id, ${COLUMN_SQL} FROM search_version v LEFT JOIN search_listing l USING (vehicle_id)
  WHERE v.changed_xid >= $1::xid8 LIMIT ${MOST_CHANGES + 1}
) c ON true`;

type Row = [vehicleId: string, ...row: ColumnRow];
type Change = [xmin: string, vehicleId: string | null, ...row: ColumnRow];

const pause = (ms: number) => new Promise<"late">((resolve) => setTimeout(resolve, ms, "late"));
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Keeps the columns of the market in step with `search_listing`. */
export class ColumnFollower {
  readonly #pool: Pool;
  readonly #logger: Logger | undefined;
  #market: ListingColumns | null = null;
  #xmin = "0";
  #loading: Promise<void> | null = null;
  #syncing: Promise<void> | null = null;
  /** Own changes so far, and those of them that the columns have. */
  #changes = 0;
  #known = 0;
  #syncedAt = 0;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(pool: Pool, logger?: Logger) {
    this.#pool = pool;
    this.#logger = logger;
  }

  /** This process changed listings: whoever asks from now on finds that. */
  noteChange(): void {
    this.#changes += 1;
  }

  /** Forgets everything. */
  reset(): void {
    this.#market = null;
    this.#changes += 1;
  }

  /** The columns, up to date; null while they are not there and PostgreSQL has to count. */
  async market(): Promise<ListingColumns | null> {
    if (Date.now() - this.#failedAt < RETRY_MS) return null;
    try {
      if (!this.#market && !(await this.#isLoaded())) return null;
      await this.#catchUp();
      return this.#market;
    } catch (error) {
      this.#failedAt = Date.now();
      this.#logger?.warn({ err: error }, "the market's columns could not be read");
      return null;
    }
  }

  async #isLoaded(): Promise<boolean> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    // Those who do not wait for its end must not hear of its failure.
    this.#loading.catch(() => undefined);
    return (await Promise.race([this.#loading, pause(PATIENCE_MS)])) !== "late";
  }

  async #load(): Promise<void> {
    const known = this.#changes;
    const market = new ListingColumns();
    const { rows } = await this.#pool.query<{ xmin: string }>(
      "SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin",
    );
    let after = FIRST_ID;
    for (;;) {
      const { rows: found } = await this.#pool.query<Row>({
        name: "search-columns-load",
        text: LOAD,
        values: [after],
        rowMode: "array",
      });
      for (const [vehicleId, ...row] of found) market.put(vehicleId, row);
      after = found.at(-1)?.[0] ?? after;
      if (found.length < CHUNK) break;
      await turn();
    }
    this.#xmin = rows[0]?.xmin ?? "0";
    this.#known = known;
    this.#syncedAt = 0;
    this.#market = market;
  }

  async #catchUp(): Promise<void> {
    const wanted = this.#changes;
    const since = Date.now() - MAX_AGE_MS;
    while (this.#market && (this.#known < wanted || this.#syncedAt < since)) {
      this.#syncing ??= this.#sync(this.#market).finally(() => {
        this.#syncing = null;
      });
      await this.#syncing;
    }
  }

  async #sync(market: ListingColumns): Promise<void> {
    const known = this.#changes;
    const startedAt = Date.now();
    const { rows: changes } = await this.#pool.query<Change>({
      name: "search-columns-changes",
      text: CHANGES,
      values: [this.#xmin],
      rowMode: "array",
    });
    if (changes.length > MOST_CHANGES) {
      this.#market = null;
      return;
    }
    for (const [, vehicleId, ...row] of changes) {
      if (vehicleId !== null) market.put(vehicleId, row);
    }
    this.#xmin = changes[0]?.[0] ?? this.#xmin;
    this.#known = known;
    this.#syncedAt = startedAt;
  }
}
