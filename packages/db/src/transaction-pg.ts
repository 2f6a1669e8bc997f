import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { statementName } from "./statement-names";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
export type DriverTransaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/** A transaction from before it begins until it ends. */
export interface OpenTransaction {
  /** The gallery whose rows it sees; undefined for the system role. */
  readonly galleryId: string | undefined;
  /** The driver's side of it, from BEGIN until COMMIT or ROLLBACK is on its way. */
  driver: DriverTransaction | undefined;
}

const opening = new AsyncLocalStorage<OpenTransaction>();

/** Runs work that opens one transaction, which is known by what it is handed from its begin on. */
export function withTransaction<T>(
  galleryId: string | undefined,
  work: (open: OpenTransaction) => Promise<T>,
): Promise<T> {
  const open: OpenTransaction = { galleryId, driver: undefined };
  return opening.run(open, () => work(open));
}

/** Local to the transaction: the setting cannot outlive it on a pooled connection. */
async function setGallery(tx: DriverTransaction, galleryId: string): Promise<void> {
  await tx.executeRaw({
    sql: "select set_config('app.gallery_id', $1, true)",
    args: [galleryId],
    argTypes: [{ scalarType: "string", arity: "scalar" }],
  });
}

async function giveUp(tx: DriverTransaction): Promise<void> {
  await tx.executeRaw({ sql: "ROLLBACK", args: [], argTypes: [] }).catch(() => undefined);
  await tx.rollback();
}

/**
 * Lets go of the driver before the end of the transaction is sent. Whatever comes after it cannot
 * be queued behind COMMIT or ROLLBACK, where it would be a change without its transaction.
 */
function letGoAtEnd(open: OpenTransaction, tx: DriverTransaction): void {
  const run = tx.executeRaw.bind(tx);
  tx.executeRaw = (query) => {
    if (query.sql === "COMMIT" || query.sql === "ROLLBACK") open.driver = undefined;
    return run(query);
  };
}

/**
 * The PostgreSQL driver of both roles. Every transaction of a gallery begins by setting that
 * gallery; without one nothing is set, and row-level security shows no row. The driver is the
 * cheapest place for it: through the client the same statement costs as much as a read.
 */
export class TransactionPg extends PrismaPg {
  constructor(pool: pg.Pool) {
    super(pool, {
      disposeExternalPool: false,
      // The driver leaves a statement without a name unprepared, which its types do not say.
      statementNameGenerator: ({ sql }) => statementName(sql) as string,
    });
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const tx = await begin(isolationLevel);
      const open = opening.getStore();
      // A client that begins another transaction inside of one is not the one that was opened here.
      if (!open || open.driver) return tx;
      letGoAtEnd(open, tx);
      try {
        if (open.galleryId !== undefined) await setGallery(tx, open.galleryId);
      } catch (error) {
        await giveUp(tx);
        throw error;
      }
      open.driver = tx;
      return tx;
    };
    return adapter;
  }
}
