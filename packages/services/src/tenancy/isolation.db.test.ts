import type { Database } from "@oto/db";
import { newId, openDatabase, publish, tenantWhere } from "@oto/db";
import type { TestDatabase } from "@oto/testing";
import { createTestDatabase } from "@oto/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/**
 * The two walls between galleries, each tested without the other: the scoped client, and row-level
 * security under the application's role.
 */
let testDatabase: TestDatabase;
let database: Database;
let owner: pg.Client;
const [mine, theirs] = [newId(), newId()];
const vehicles = { mine: newId(), theirs: newId() };

async function seedGallery(id: string, vehicleId: string): Promise<void> {
  await owner.query(
    `insert into gallery (id, name, slug, tax_type, tax_number, licence_no, province_code, district, status, updated_at)
     values ($1::uuid, 'Galeri', $1::text, 'VKN', $1::text, 'L1', 34, 'Kadıköy', 'APPROVED', now())`,
    [id],
  );
  await owner.query(
    `insert into vehicle (id, gallery_id, stock_no, make_id, series_id, make_name, series_name, title, model_year,
       mileage_km, fuel, transmission, body_type, color, price_amount, updated_at)
     values ($1::uuid, $2::uuid, '1', $1::uuid, $1::uuid, 'M', 'S', 'T', 2020, 1000, 'DIESEL', 'MANUAL', 'SEDAN', 'WHITE', 100, now())`,
    [vehicleId, id],
  );
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ url: testDatabase.url, poolSize: 3 });
  owner = new pg.Client({ connectionString: testDatabase.url });
  await owner.connect();
  await seedGallery(mine, vehicles.mine);
  await seedGallery(theirs, vehicles.theirs);
});

afterAll(async () => {
  await owner.end();
  await database.close();
  await testDatabase.drop();
});

/** The application's role without the scoped client: only row-level security stands. */
async function asAppRole<T>(galleryId: string | null, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: testDatabase.url, options: "-c role=oto_app" });
  await client.connect();
  try {
    await client.query("begin");
    if (galleryId) await client.query("select set_config('app.gallery_id', $1, true)", [galleryId]);
    const { rows } = await client.query(sql);
    await client.query("commit");
    return rows as T[];
  } finally {
    await client.end();
  }
}

describe("the scoped client", () => {
  const db = () => database.forGallery(mine);

  it("reads, counts, changes and deletes own rows only", async () => {
    const seen = await db().read((tx) => tx.vehicle.findMany({ select: { id: true } }));
    expect(seen).toEqual([{ id: vehicles.mine }]);
    const foreign = await db().read((tx) =>
      tx.vehicle.findUnique({ where: { id: vehicles.theirs }, select: { id: true } }),
    );
    expect(foreign).toBeNull();
    const { count } = await db().write((tx) =>
      tx.vehicle.updateMany({ where: { id: vehicles.theirs }, data: { title: "taken" } }),
    );
    expect(count).toBe(0);
    const gone = await db().write((tx) =>
      tx.vehicle.deleteMany({ where: { id: vehicles.theirs } }),
    );
    expect(gone.count).toBe(0);
  });

  it("cannot be widened by the caller's own filter", async () => {
    const seen = await db().read((tx) =>
      tx.vehicle.findMany({
        where: {
          OR: [{ galleryId: theirs }, { galleryId: mine }],
          AND: [{ mileageKm: { gt: 0 } }],
        },
        select: { galleryId: true },
      }),
    );
    expect(seen).toEqual([{ galleryId: mine }]);
  });

  it("refuses to write into another gallery", async () => {
    const write = db().write((tx) =>
      tx.galleryFeed.create({
        data: { galleryId: theirs, seq: 1n, type: "x", payload: {} },
        select: { seq: true },
      }),
    );
    await expect(write).rejects.toThrow(/another gallery/);
  });

  it("forgets its gallery with the transaction", async () => {
    await db().read((tx) => tx.vehicle.count());
    // Every connection of the pool is asked, so that none has kept the setting.
    const settings = await Promise.all(
      [1, 2, 3].map(() =>
        database.forGallery(theirs).read(async (tx) => {
          const [row] = await tx.$queryRaw<{ id: string }[]>`select app_gallery_id()::text as id`;
          return row?.id;
        }),
      ),
    );
    expect(settings).toEqual([theirs, theirs, theirs]);
    expect(await asAppRole(null, "select app_gallery_id() as id")).toEqual([{ id: null }]);
  });

  it("lets a change announce itself in its own name only", async () => {
    const event = { name: "gallery.updated", aggregateId: mine } as const;
    await db().write((tx) =>
      publish(tx, { ...event, payload: { galleryId: mine }, galleryId: mine }),
    );
    const foreign = db().write((tx) =>
      publish(tx, { ...event, payload: { galleryId: theirs }, galleryId: theirs }),
    );
    await expect(foreign).rejects.toThrow();
    const { rows } = await owner.query("select gallery_id from outbox_event");
    expect(rows).toEqual([{ gallery_id: mine }]);
  });
});

describe("row-level security alone", () => {
  it("hides and protects foreign rows from plain SQL", async () => {
    expect(await asAppRole(mine, "select id from vehicle")).toEqual([{ id: vehicles.mine }]);
    expect(await asAppRole(null, "select id from vehicle")).toEqual([]);
    expect(
      await asAppRole(
        mine,
        `update vehicle set title = 'x' where id = '${vehicles.theirs}' returning id`,
      ),
    ).toEqual([]);
    await expect(
      asAppRole(mine, `update vehicle set gallery_id = '${theirs}' where id = '${vehicles.mine}'`),
    ).rejects.toThrow(/row-level security/);
  });

  it("keeps sign-in tables and the audit trail out of reach", async () => {
    for (const table of ["app_user", "session", "refresh_token", "otp_challenge", "signing_key"]) {
      await expect(asAppRole(mine, `select 1 from ${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(asAppRole(mine, "delete from audit_entry")).rejects.toThrow(/permission denied/);
    await expect(asAppRole(mine, "update audit_entry set action = 'x'")).rejects.toThrow(
      /permission denied/,
    );
  });

  it("covers every table that names a gallery, and the scoped client knows each of them", async () => {
    const { rows } = await owner.query<{
      table: string;
      secured: boolean;
      reachable: boolean;
      policies: string;
    }>(
      `select c.relname as table, c.relrowsecurity as secured,
              has_any_column_privilege('oto_app', c.oid, 'select, insert, update')
                or has_table_privilege('oto_app', c.oid, 'delete') as reachable,
              (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and exists (
          select 1 from pg_attribute a where a.attrelid = c.oid
             and a.attname in ('gallery_id', 'buyer_gallery_id'))`,
    );
    /** Tables that name a gallery without belonging to it. */
    const shared = new Set(["session", "data_request", "bus_delivery", "search_listing"]);
    const open = rows.filter((row) => !shared.has(row.table));
    expect(open.length).toBeGreaterThan(14);
    // One policy for the platform's own role; another where the tenant's role has any right at all.
    const walled = (row: (typeof rows)[number]) =>
      row.secured && Number(row.policies) >= (row.reachable ? 2 : 1);
    expect(open.filter((row) => !walled(row))).toEqual([]);
    const models = [
      "Vehicle",
      "Media",
      "Offer",
      "OfferRound",
      "Reservation",
      "Membership",
      "AuditEntry",
    ];
    for (const model of models) expect(tenantWhere(model, mine)).toBeDefined();
    expect(tenantWhere("Make", mine)).toBeUndefined();
  });

  it("gives neither role ownership, bypass or sign-in", async () => {
    const { rows } = await owner.query(
      `select rolname, rolsuper or rolbypassrls or rolcanlogin as strong,
              exists (select 1 from pg_class where relowner = r.oid) as owns
         from pg_roles r where rolname in ('oto_app', 'oto_system') order by rolname`,
    );
    expect(rows).toEqual([
      { rolname: "oto_app", strong: false, owns: false },
      { rolname: "oto_system", strong: false, owns: false },
    ]);
  });
});
