import type { TestDatabase } from "@oto/testing";
import { createTestDatabase } from "@oto/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Tables that the tenant role may read without a wall, each with the reason. */
const SHARED: Readonly<Record<string, string>> = {
  make: "the catalogue is everybody's, read only",
  series: "the catalogue is everybody's, read only",
  catalog_model: "the catalogue is everybody's, read only",
  trim: "the catalogue is everybody's, read only",
  publish_rule: "the platform's rules, read only",
  platform_setting: "the platform's settings, read only",
};

interface TableRow {
  table: string;
  secured: boolean;
  policies: string[];
  read: boolean;
  write: boolean;
}

let testDatabase: TestDatabase;
let owner: pg.Client;
let tables: TableRow[];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  owner = new pg.Client({ connectionString: testDatabase.url });
  await owner.connect();
  const { rows } = await owner.query<TableRow>(
    `select c.relname as table, c.relrowsecurity as secured,
            array(select r.rolname || ':' || coalesce(pg_get_expr(p.polqual, p.polrelid), '')
                    from pg_policy p cross join unnest(p.polroles) as role_id
                    join pg_roles r on r.oid = role_id
                   where p.polrelid = c.oid) as policies,
            has_table_privilege('oto_app', c.oid, 'select') as read,
            has_table_privilege('oto_app', c.oid, 'insert')
              or has_table_privilege('oto_app', c.oid, 'update')
              or has_table_privilege('oto_app', c.oid, 'delete')
              or has_table_privilege('oto_app', c.oid, 'truncate') as write
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'm') order by 1`,
  );
  tables = rows;
});
afterAll(async () => {
  await owner.end();
  await testDatabase.drop();
});

/** What is wrong with how the tenant role meets a table, or null. */
function problemOf({ table, secured, policies, read, write }: TableRow): string | null {
  if (!read && !write) return null;
  if (table in SHARED) return write ? `${table}: shared, and the tenant role may write it` : null;
  if (!secured) return `${table}: no row-level security and no reason`;
  const own = policies.filter((policy) => policy.startsWith("oto_app:"));
  if (own.length === 0) return `${table}: no policy for the tenant role`;
  const open = own.filter((policy) => !policy.includes("app_gallery_id()"));
  return open.length > 0 ? `${table}: a policy that asks for no gallery: ${open.join()}` : null;
}

describe("every table", () => {
  it("is out of the tenant role's reach, behind a policy of its gallery, or shared for a reason", () => {
    expect(tables.length).toBeGreaterThan(30);
    expect(tables.map(problemOf).filter(Boolean)).toEqual([]);
    const names = tables.map(({ table }) => table);
    expect(Object.keys(SHARED).filter((table) => !names.includes(table))).toEqual([]);
  });

  it("would be found without a wall", () => {
    const bare = { table: "x", secured: false, policies: [], read: true, write: false };
    expect(problemOf(bare)).toMatch(/no row-level security/);
    expect(problemOf({ ...bare, secured: true })).toMatch(/no policy/);
    expect(problemOf({ ...bare, secured: true, policies: ["oto_app:true"] })).toMatch(/no gallery/);
    expect(problemOf({ ...bare, table: "make", write: true })).toMatch(/may write/);
  });

  it("lets the tenant role truncate nothing and run none of the owner's functions but one", async () => {
    const { rows } = await owner.query(
      `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and p.prosecdef and has_function_privilege('oto_app', p.oid, 'execute')`,
    );
    // Marks the idempotency claim that the transaction acts under, by its secret id.
    expect(rows).toEqual([{ proname: "mark_effect" }]);
    const { rows: truncating } = await owner.query(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege('oto_app', c.oid, 'truncate')`,
    );
    expect(truncating).toEqual([]);
  });
});
