import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import type { ColumnRow } from "./listing-columns";
import { COLUMN_SQL, ListingColumns } from "./listing-columns";

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

// What was under way when the columns were last brought up to date may have committed since: asked
// for is what that snapshot did not see, however long ago its transaction began.
const CHANGES = `
SELECT s.seen, c.* FROM (SELECT pg_current_snapshot()::text AS seen) s
LEFT JOIN LATERAL (
  SELECT v.vehicle_id, ${COLUMN_SQL} FROM search_version v LEFT JOIN search_listing l USING (vehicle_id)
  WHERE v.changed_xid >= pg_snapshot_xmin($1::pg_snapshot)
    AND NOT pg_visible_in_snapshot(v.changed_xid, $1::pg_snapshot)
  LIMIT ${MOST_CHANGES + 1}
) c ON true`;

type Row = [vehicleId: string, ...row: ColumnRow];
type Change = [seen: string, vehicleId: string | null, ...row: ColumnRow];

const pause = (ms: number) => new Promise<"late">((resolve) => setTimeout(resolve, ms, "late"));
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Columns as the database was in a snapshot. */
interface Followed {
  readonly market: ListingColumns;
  /** As PostgreSQL writes it. */
  seen: string;
}

/** Keeps the columns of the market in step with `search_listing`. */
export class ColumnFollower {
  readonly #pool: Pool;
  readonly #logger: Logger | undefined;
  #followed: Followed | null = null;
  #loading: Promise<void> | null = null;
  #syncing: Promise<void> | null = null;
  /** Looks at the database that ended so far, and how often everything was forgotten. */
  #looks = 0;
  #resets = 0;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(pool: Pool, logger?: Logger) {
    this.#pool = pool;
    this.#logger = logger;
  }

  /** Forgets everything. */
  reset(): void {
    this.#followed = null;
    this.#resets += 1;
  }

  /**
   * The columns with everything that was committed when it was asked; null while they are not there
   * and PostgreSQL has to count.
   */
  async market(): Promise<ListingColumns | null> {
    if (Date.now() - this.#failedAt < RETRY_MS) return null;
    try {
      if (!this.#followed && !(await this.#isLoaded())) return null;
      await this.#catchUp();
      return this.#followed?.market ?? null;
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
    const resets = this.#resets;
    const market = new ListingColumns();
    const { rows } = await this.#pool.query<{ seen: string }>(
      "SELECT pg_current_snapshot()::text AS seen",
    );
    const [start] = rows;
    if (!start) throw new Error("no snapshot");
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
    if (resets === this.#resets) this.#followed = { market, seen: start.seen };
  }

  /** One look at a time: all who came before it began share it. */
  async #catchUp(): Promise<void> {
    const wanted = this.#looks + (this.#syncing ? 2 : 1);
    while (this.#followed && this.#looks < wanted) {
      this.#syncing ??= this.#sync(this.#followed).finally(() => {
        this.#looks += 1;
        this.#syncing = null;
      });
      await this.#syncing;
    }
  }

  async #sync(followed: Followed): Promise<void> {
    const { rows: changes } = await this.#pool.query<Change>({
      name: "search-columns-changes",
      text: CHANGES,
      values: [followed.seen],
      rowMode: "array",
    });
    if (changes.length > MOST_CHANGES) {
      if (this.#followed === followed) this.#followed = null;
      return;
    }
    for (const [, vehicleId, ...row] of changes) {
      if (vehicleId !== null) followed.market.put(vehicleId, row);
    }
    followed.seen = changes[0]?.[0] ?? followed.seen;
  }
}
