import type { Database, Tx } from "@oto/db";
import { audit, auditAll, execute, newId, openDatabase, Prisma } from "@oto/db";
import type { TestDatabase } from "@oto/testing";
import { createTestDatabase } from "@oto/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Statements that go past the client still belong to its transaction, and to its gallery. */
let testDatabase: TestDatabase;
let database: Database;
const gallery = newId();

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 1 });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const system = () => database.unsafeSystem("tests look behind");
const entry = (entityId: string, galleryId: string | null = gallery) => ({
  ...{ action: "test", entityType: "vehicle", entityId, galleryId, actorId: null },
});
const entriesOf = (entityId: string) =>
  system().read((tx) => tx.auditEntry.count({ where: { entityId } }));
const touch = (tx: Tx, key: string) =>
  execute(
    tx,
    Prisma.sql`insert into platform_setting (key, value, updated_at) values (${key}, '1', now())`,
  );
const settings = (key: string) =>
  system().read((tx) => tx.platformSetting.count({ where: { key } }));

describe("a statement of a transaction", () => {
  it("commits with it and is undone with it", async () => {
    await system().write(async (tx) => expect(await touch(tx, "kept")).toBe(1));
    const undone = system().write(async (tx) => {
      await touch(tx, "undone");
      throw new Error("changed its mind");
    });
    await expect(undone).rejects.toThrow("changed its mind");
    expect([await settings("kept"), await settings("undone")]).toEqual([1, 0]);
  });

  it("is refused once it has ended, whichever way it did", async () => {
    const leaked: Tx[] = [];
    await system().write(async (tx) => leaked.push(tx));
    const failed = system().write(async (tx) => {
      leaked.push(tx);
      throw new Error("undone");
    });
    await expect(failed).rejects.toThrow("undone");
    expect(leaked).toHaveLength(2);
    for (const tx of leaked) {
      await expect(touch(tx, "late")).rejects.toThrow("after the end of its transaction");
    }
    expect(await settings("late")).toBe(0);
  });

  it("that PostgreSQL refuses takes everything else with it", async () => {
    const twice = system().write(async (tx) => {
      await touch(tx, "twice");
      await touch(tx, "twice");
    });
    await expect(twice).rejects.toMatchObject({ cause: { kind: "UniqueConstraintViolation" } });
    expect(await settings("twice")).toBe(0);
  });

  it("reaches the rows of its gallery only", async () => {
    const [own, foreign] = [newId(), newId()];
    await database.forGallery(gallery).write((tx) => audit(tx, entry(own)));
    const forged = database.forGallery(gallery).write((tx) => audit(tx, entry(foreign, newId())));
    await expect(forged).rejects.toThrow(/row-level security/);
    expect([await entriesOf(own), await entriesOf(foreign)]).toEqual([1, 0]);
  });

  it("is prepared once a connection, however many rows it writes", async () => {
    const prepared = await system().write(async (tx) => {
      for (let i = 0; i < 3; i += 1) await audit(tx, entry(newId()));
      await auditAll(tx, [entry(newId()), entry(newId())]);
      return tx.$queryRaw<{ count: number }[]>`
        select count(*)::int as count from pg_prepared_statements
        where statement like '%insert into audit_entry%'`;
    });
    expect(prepared).toEqual([{ count: 1 }]);
  });
});

describe("a query", () => {
  const seen = Prisma.sql`select current_setting('app.gallery_id', true) as gallery`;

  it("sees its own gallery on a connection that served another one", async () => {
    const other = newId();
    const shown: unknown[] = [];
    for (const id of [gallery, other]) shown.push(await database.forGallery(id).query(seen));
    expect(shown).toEqual([[{ gallery }], [{ gallery: other }]]);
    const [left] = await database
      .forGallery(gallery)
      .read((tx) => tx.$queryRaw<{ gallery: string }[]>(seen));
    expect(left).toEqual({ gallery });
  });

  it("shows rows of its gallery only, and all of them to the platform", async () => {
    const [own, foreign] = [newId(), newId()];
    await system().write((tx) => auditAll(tx, [entry(own), entry(foreign, newId())]));
    const ids = [own, foreign];
    const found = Prisma.sql`
      select entity_id as id from audit_entry where entity_id = any(${ids}::uuid[]) order by 1`;
    expect(await database.forGallery(gallery).query(found)).toEqual([{ id: own }]);
    expect(await system().query(found)).toEqual(ids.toSorted().map((id) => ({ id })));
  });

  it("cannot change anything as a gallery", async () => {
    const change = Prisma.sql`delete from notification returning id`;
    await expect(database.forGallery(gallery).query(change)).rejects.toThrow(/read-only/);
    expect(await database.forGallery(gallery).query(seen)).toEqual([{ gallery }]);
  });

  it("gives values as the client does", async () => {
    const values = Prisma.sql`
      select 9007199254740993::int8 as amount, date '2026-02-28' as day, true as yes,
        timestamptz '2026-02-28 10:00:00.123+03' as at, timestamp '2026-02-28 10:00:00.5' as plain,
        '{"a":[1,null]}'::jsonb as doc, null::int8 as nothing, 'OPEN'::text as word`;
    const viaClient = await system().read((tx) => tx.$queryRaw(values));
    expect(await system().query(values)).toEqual(viaClient);
    expect(viaClient).toMatchObject([{ amount: 9_007_199_254_740_993n }]);
  });
});
