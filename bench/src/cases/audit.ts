import type { Database, Tx } from "@oto/db";
import { audit, newId, openDatabase } from "@oto/db";
import { createGallery } from "@oto/services/testing";
import { Client } from "pg";
import type { Arena, BenchCase } from "../bench-case";
import { openBenchPlatform } from "../platform";

const GALLERIES = 40;
const BARE = "kontak_unchained";
const REASON = "a change of any gallery, as a consumer makes it";

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const entry = (tx: Tx, galleryId: string) =>
  audit(tx, {
    action: "bench.change",
    entityType: "vehicle",
    entityId: newId(),
    galleryId,
    actorId: null,
    after: { price: 100 },
  });

/** A small change with its audit entry, in one transaction. */
const change = (database: Database, galleryId: string) =>
  database.unsafeSystem(REASON).write(async (tx) => {
    await tx.gallery.updateMany({ where: { id: newId() }, data: { about: "x" } });
    await entry(tx, galleryId);
  });

async function openAudit(): Promise<Arena> {
  const bench = await openBenchPlatform();
  const galleries: string[] = [];
  for (let i = 0; i < GALLERIES; i += 1) galleries.push((await createGallery(bench.platform)).id);
  // Nobody may be connected to a database that is copied.
  await bench.disconnect();
  const [admin, bare] = [new URL(bench.url), new URL(bench.url)];
  admin.pathname = "/postgres";
  bare.pathname = `/${BARE}`;
  const { pathname } = new URL(bench.url);
  await run(admin.href, `create database ${BARE} template ${pathname.slice(1)}`);
  await run(bare.href, "alter table audit_entry disable trigger audit_entry_linked");
  const chained = openDatabase({ url: bench.url });
  const unchained = openDatabase({ url: bare.href });
  let turn = 0;
  const next = (): string => {
    turn += 1;
    return galleries[turn % GALLERIES] ?? newId();
  };
  const busiest = next();
  return {
    contenders: [
      { name: "change with an entry, no chain", run: () => change(unchained, next()) },
      { name: "the same, chained, 40 galleries", run: () => change(chained, next()) },
      { name: "the same, chained, all in one gallery", run: () => change(chained, busiest) },
    ],
    async close() {
      await Promise.all([chained.close(), unchained.close()]);
      await bench.stop();
    },
  };
}

/** What the hash chain costs a change, and how much writers of one chain wait for one another. */
export const auditChain: BenchCase = {
  name: "audit",
  about: "ten writers; the bar: a chained entry keeps half the speed, in one gallery too",
  sizes: [GALLERIES],
  bar: { share: 0.5 },
  open: openAudit,
};
