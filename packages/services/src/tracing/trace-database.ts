import type { Database, Db } from "@oto/db";
import { currentTraceId, inSpan } from "@oto/observability";
import type { Around } from "./around-methods";
import { aroundMethods } from "./around-methods";

function around(name: string, { scope }: Db): Around {
  const attributes = { "db.system.name": "postgresql", "oto.scope": scope.kind };
  return (call, args) => {
    // Polling by the clock belongs to no request and would only fill the store.
    if (currentTraceId() === undefined) return call(...args);
    return inSpan(name, { kind: "client", attributes }, async () => call(...args));
  };
}

const traceDb = (call: (...args: unknown[]) => unknown, args: unknown[]): Db => {
  const db = call(...args) as Db;
  return aroundMethods(db, {
    read: around("db read", db),
    query: around("db query", db),
    write: around("db write", db),
  });
};

/** The database with a span around every transaction that runs for somebody. */
export const traceDatabase = (database: Database): Database =>
  aroundMethods(database, {
    forGallery: traceDb,
    unsafeSystem: traceDb,
    onBehalfOf: (call, args) => traceDatabase(call(...args) as Database),
  });
