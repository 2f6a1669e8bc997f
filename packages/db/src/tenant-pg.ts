import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";

const galleries = new AsyncLocalStorage<string>();

/** Runs work whose transactions see the rows of one gallery. */
export const withGallery = <T>(galleryId: string, work: () => Promise<T>): Promise<T> =>
  galleries.run(galleryId, work);

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/** Local to the transaction: the setting cannot outlive it on a pooled connection. */
async function setGallery(tx: Transaction, galleryId: string): Promise<void> {
  await tx.executeRaw({
    sql: "select set_config('app.gallery_id', $1, true)",
    args: [galleryId],
    argTypes: [{ scalarType: "string", arity: "scalar" }],
  });
}

async function giveUp(tx: Transaction): Promise<void> {
  await tx.executeRaw({ sql: "ROLLBACK", args: [], argTypes: [] }).catch(() => undefined);
  await tx.rollback();
}

/**
 * The PostgreSQL driver of the tenant role. Every transaction begins by setting the gallery of the
 * work that opens it; without one nothing is set, and row-level security shows no row. The driver
 * is the cheapest place for it: through the client the same statement costs as much as a read.
 */
export class TenantPg extends PrismaPg {
  constructor(pool: pg.Pool) {
    super(pool, { disposeExternalPool: false });
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const tx = await begin(isolationLevel);
      const galleryId = galleries.getStore();
      if (galleryId === undefined) return tx;
      try {
        await setGallery(tx, galleryId);
        return tx;
      } catch (error) {
        await giveUp(tx);
        throw error;
      }
    };
    return adapter;
  }
}
