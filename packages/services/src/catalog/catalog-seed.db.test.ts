import type { Database } from "@oto/db";
import { openDatabase } from "@oto/db";
import { readCatalogue, seedCatalogue, seedPublishRules } from "@oto/db/seed";
import { createTestDatabase } from "@oto/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  const { url, drop } = await createTestDatabase();
  database = openDatabase({ url });
  close = async () => {
    await database.close();
    await drop();
  };
});
afterAll(() => close());

const count = async (table: "make" | "series" | "catalog_model" | "trim" | "publish_rule") => {
  const { rows } = await database.pool.query(`select count(*)::int as n from ${table}`);
  return Number(rows[0]?.n);
};

describe("the catalogue's files", () => {
  it("hold what is sold in Türkiye, without namesakes", async () => {
    const makes = await readCatalogue();
    expect(makes.length).toBeGreaterThanOrEqual(80);
    expect(new Set(makes.map(({ slug }) => slug)).size).toBe(makes.length);
    const series = makes.flatMap((make) => make.series);
    expect(series.length).toBeGreaterThanOrEqual(600);
    for (const { models } of series) {
      expect(new Set(models.map(({ slug }) => slug)).size).toBe(models.length);
    }
  });

  it("reach the database once, and their rows keep their ids", async () => {
    const counts = await seedCatalogue(database);
    const before = await database.pool.query("select id from trim order by id");
    expect(await seedCatalogue(database)).toEqual(counts);
    const after = await database.pool.query("select id from trim order by id");
    expect(after.rows).toEqual(before.rows);
    expect({
      makes: await count("make"),
      series: await count("series"),
      models: await count("catalog_model"),
      trims: await count("trim"),
    }).toEqual(counts);
    const { rows } = await database.pool.query(
      `select m.name, cm.fuel, cm.body_types::text[] as bodies from catalog_model cm
       join series s on s.id = cm.series_id join make m on m.id = s.make_id
       where m.slug = 'volkswagen' and s.slug = 'passat' and cm.fuel = 'DIESEL' limit 1`,
    );
    expect(rows[0]?.bodies).toContain("SEDAN");
  });
});

describe("the publish gate's rules", () => {
  it("are written once; a changed rule stays changed", async () => {
    await seedPublishRules(database);
    const rules = await count("publish_rule");
    await database.pool.query("update publish_rule set severity = 'BLOCK' where rule = 'eids'");
    await seedPublishRules(database);
    expect(await count("publish_rule")).toBe(rules);
    const { rows } = await database.pool.query(
      "select severity from publish_rule where rule = 'eids'",
    );
    expect(rows).toEqual([{ severity: "BLOCK" }]);
  });
});
