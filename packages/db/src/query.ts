import pg from "pg";
import type { Connections } from "./connections";
import type { Prisma } from "./generated/client";
import type { RunRead } from "./replica/read-replica";
import { ReplicaBehind } from "./replica/read-replica";
import { prepare } from "./statement-names";

const utc = (day: string, time: string) => new Date(`${day}T${time}Z`);
const TYPES = pg.types.builtins;

/** Values as the client reads them: whole numbers of eight bytes exact, instants and days in UTC. */
const parsers = new Map<number, (text: string) => unknown>([
  [TYPES.INT8, BigInt],
  [TYPES.DATE, (text) => utc(text, "00:00:00")],
  [TYPES.TIMESTAMP, (text) => utc(text.slice(0, 10), text.slice(11))],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === "binary" ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
};

const run = <Row extends pg.QueryResultRow>(
  on: pg.Pool | pg.PoolClient,
  { text, values }: Prisma.Sql,
) => on.query<Row>({ name: prepare(text), text, values: [...values], types });

async function assertReplayed(client: pg.PoolClient, lsn: string): Promise<void> {
  const { rows } = await client.query<{ replayed: boolean | null }>(
    "select pg_last_wal_replay_lsn() >= $1::pg_lsn as replayed",
    [lsn],
  );
  if (rows[0]?.replayed !== true) throw new ReplicaBehind();
}

async function onConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // A connection that failed half way may still hold a transaction: it is not used again. One
    // that only lags has begun none.
    client.release(!(error instanceof ReplicaBehind));
    throw error;
  }
}

/** Reads rows of all galleries: one round trip, no transaction around it. */
export const querySystem =
  <Row extends pg.QueryResultRow>(statement: Prisma.Sql): RunRead<Row[]> =>
  async ({ systemPool }: Connections, atLeast) => {
    if (atLeast === undefined) return (await run<Row>(systemPool, statement)).rows;
    return onConnection(systemPool, async (client) => {
      await assertReplayed(client, atLeast);
      return (await run<Row>(client, statement)).rows;
    });
  };

/** Reads what one gallery sees: the setting is local to the transaction around the statement. */
export const queryAsGallery =
  (galleryId: string) =>
  <Row extends pg.QueryResultRow>(statement: Prisma.Sql): RunRead<Row[]> =>
  ({ galleryPool }: Connections, atLeast) =>
    onConnection(galleryPool, async (client) => {
      if (atLeast !== undefined) await assertReplayed(client, atLeast);
      const setting = client.escapeLiteral(galleryId);
      await client.query(`begin read only; select set_config('app.gallery_id', ${setting}, true)`);
      const { rows } = await run<Row>(client, statement);
      await client.query("commit");
      return rows;
    });
