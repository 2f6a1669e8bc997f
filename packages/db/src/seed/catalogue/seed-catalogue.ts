import { slugify } from "@oto/domain";
import type { PoolClient } from "pg";
import type { Database } from "../../database";
import { newId } from "../../ids";
import type { CatalogueMake, CatalogueModel } from "./catalogue-files";
import { readCatalogue } from "./catalogue-files";

export interface CatalogueCounts {
  makes: number;
  series: number;
  models: number;
  trims: number;
}

/** Rows are told apart by their parent's id and their slug. */
type Ids = ReadonlyMap<string, string>;
const under = (parentId: string, slug: string) => `${parentId}/${slug}`;

async function idsOf(client: PoolClient, query: string): Promise<Ids> {
  const { rows } = await client.query<{ id: string; parent: string; slug: string }>(query);
  return new Map(rows.map(({ id, parent, slug }) => [under(parent, slug), id]));
}

function idIn(ids: Ids, parentId: string, slug: string): string {
  const id = ids.get(under(parentId, slug));
  if (id === undefined) throw new Error(`catalogue row ${slug} was not written`);
  return id;
}

async function upsertMakes(client: PoolClient, makes: readonly CatalogueMake[]): Promise<Ids> {
  const rows = makes.map(({ name, slug, country, aliases }) => ({
    id: newId(),
    name,
    slug,
    country,
    aliases,
  }));
  await client.query(
    `insert into make (id, name, slug, country, aliases)
     select id, name, slug, country, array(select jsonb_array_elements_text(aliases))
     from jsonb_to_recordset($1) as row (id uuid, name text, slug text, country text, aliases jsonb)
     on conflict (slug) do update
       set name = excluded.name, country = excluded.country, aliases = excluded.aliases`,
    [JSON.stringify(rows)],
  );
  return idsOf(client, "select id, '' as parent, slug from make");
}

interface Child {
  parentId: string;
  name: string;
  slug: string;
}

async function upsertSeries(client: PoolClient, children: readonly Child[]): Promise<Ids> {
  await client.query(
    `insert into series (id, make_id, name, slug)
     select id, "parentId", name, slug
     from jsonb_to_recordset($1) as row (id uuid, "parentId" uuid, name text, slug text)
     on conflict (make_id, slug) do update set name = excluded.name`,
    [JSON.stringify(children.map((child) => ({ id: newId(), ...child })))],
  );
  return idsOf(client, "select id, make_id as parent, slug from series");
}

async function upsertModels(
  client: PoolClient,
  children: readonly (Omit<CatalogueModel, "trims"> & { parentId: string })[],
): Promise<Ids> {
  await client.query(
    `insert into catalog_model (id, series_id, name, slug, fuel, body_types, transmissions,
       drivetrain, engine_cc, power_hp, year_from, year_to)
     select id, "parentId", name, slug, fuel::"Fuel",
       array(select jsonb_array_elements_text("bodyTypes"))::"BodyType"[],
       array(select jsonb_array_elements_text(transmissions))::"Transmission"[],
       drivetrain::"Drivetrain", "engineCc", "powerHp", "yearFrom", "yearTo"
     from jsonb_to_recordset($1) as row (id uuid, "parentId" uuid, name text, slug text, fuel text,
       "bodyTypes" jsonb, transmissions jsonb, drivetrain text, "engineCc" int, "powerHp" int,
       "yearFrom" smallint, "yearTo" smallint)
     on conflict (series_id, slug) do update set name = excluded.name, fuel = excluded.fuel,
       body_types = excluded.body_types, transmissions = excluded.transmissions,
       drivetrain = excluded.drivetrain, engine_cc = excluded.engine_cc,
       power_hp = excluded.power_hp, year_from = excluded.year_from, year_to = excluded.year_to`,
    [JSON.stringify(children.map((child) => ({ id: newId(), ...child })))],
  );
  return idsOf(client, "select id, series_id as parent, slug from catalog_model");
}

async function upsertTrims(client: PoolClient, children: readonly Child[]): Promise<void> {
  await client.query(
    `insert into trim (id, model_id, name, slug)
     select id, "parentId", name, slug
     from jsonb_to_recordset($1) as row (id uuid, "parentId" uuid, name text, slug text)
     on conflict (model_id, slug) do update set name = excluded.name`,
    [JSON.stringify(children.map((child) => ({ id: newId(), ...child })))],
  );
}

/** Trims of one model whose names fold alike are one trim. */
function trimsOf(parentId: string, names: readonly string[]): Child[] {
  const bySlug = new Map(names.map((name) => [slugify(name) || "standart", name]));
  return [...bySlug].map(([slug, name]) => ({ parentId, name, slug }));
}

async function write(
  client: PoolClient,
  makes: readonly CatalogueMake[],
): Promise<CatalogueCounts> {
  const makeIds = await upsertMakes(client, makes);
  const series = makes.flatMap((make) =>
    make.series.map((one) => ({ ...one, parentId: idIn(makeIds, "", make.slug) })),
  );
  const seriesIds = await upsertSeries(
    client,
    series.map(({ parentId, name, slug }) => ({ parentId, name, slug })),
  );
  const models = series.flatMap(({ parentId, slug, models: own }) =>
    own.map((model) => ({ ...model, parentId: idIn(seriesIds, parentId, slug) })),
  );
  const modelIds = await upsertModels(
    client,
    models.map(({ trims: _trims, ...model }) => model),
  );
  const trims = models.flatMap(({ parentId, slug, trims: names }) =>
    trimsOf(idIn(modelIds, parentId, slug), names),
  );
  await upsertTrims(client, trims);
  return {
    makes: makes.length,
    series: series.length,
    models: models.length,
    trims: trims.length,
  };
}

/**
 * Writes the catalogue that ships with the platform. Repeatable: rows are recognised by their slug
 * and keep their id; rows that the files do not know stay as they are.
 *
 * @returns how many rows the files hold
 */
export async function seedCatalogue(database: Database): Promise<CatalogueCounts> {
  const makes = await readCatalogue();
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    const counts = await write(client, makes);
    await client.query("commit");
    return counts;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
