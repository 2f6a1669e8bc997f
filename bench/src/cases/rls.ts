import { newId, openDatabase } from "@oto/db";
import type { DealerContext } from "@oto/services";
import { listVehicles, listVehiclesInput } from "@oto/services/inventory";
import { createDealerContext } from "@oto/services/testing";
import { Client } from "pg";
import type { Arena, BenchCase } from "../bench-case";
import type { BenchPlatform } from "../platform";
import { openBenchPlatform } from "../platform";

const GALLERIES = 40;
const BARE = "kontak_bare";

async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const inDatabase = (url: string, name: string): string => {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
};

/** Vehicles of many galleries, so that the policy has something to hide. */
async function fillStock({ url }: BenchPlatform, size: number, galleryIds: readonly string[]) {
  await onServer(url, async (client) => {
    await client.query(
      `insert into vehicle (id, gallery_id, stock_no, title, make_id, make_name, series_id,
         series_name, model_year, mileage_km, fuel, transmission, body_type, color, price_amount,
         status, published_at, updated_at)
       select gen_random_uuid(), ($2::uuid[])[1 + n % cardinality($2::uuid[])], 'B-' || n,
              '2019 Volkswagen Passat', m.id, m.name, s.id, s.name, 2000 + n % 26, n * 7 % 300000,
              'DIESEL', 'AUTOMATIC', 'SEDAN', 'WHITE', 50000000 + n * 1000, 'PUBLISHED', now(), now()
         from generate_series(1, $1::int) as n,
              (select id, name from make limit 1) as m, (select id, name from series limit 1) as s`,
      [size, galleryIds],
    );
    await client.query("vacuum analyze");
  });
}

/** A copy of the database without any policy. */
async function copyWithoutPolicies(url: string): Promise<string> {
  const { pathname } = new URL(url);
  await onServer(inDatabase(url, "postgres"), (client) =>
    client.query(`create database ${BARE} template ${pathname.slice(1)}`),
  );
  const bare = inDatabase(url, BARE);
  await onServer(bare, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relrowsecurity and relkind = 'r'",
    );
    for (const { name } of rows) {
      await client.query(`alter table "${name}" disable row level security`);
    }
    await client.query("vacuum analyze");
  });
  return bare;
}

async function openRls(size: number): Promise<Arena> {
  const bench = await openBenchPlatform();
  const dealers: DealerContext[] = [];
  for (let i = 0; i < GALLERIES; i += 1) dealers.push(await createDealerContext(bench.platform));
  await onServer(bench.url, async (client) => {
    const makeId = newId();
    await client.query(
      "insert into make (id, name, slug, aliases) values ($1, 'Volkswagen', 'volkswagen', '{}')",
      [makeId],
    );
    await client.query(
      "insert into series (id, make_id, name, slug) values ($1, $2, 'Passat', 'passat')",
      [newId(), makeId],
    );
  });
  await fillStock(
    bench,
    size,
    dealers.map(({ gallery }) => gallery.id),
  );
  // Nobody may be connected to a database that is copied.
  await bench.disconnect();
  const bareUrl = await copyWithoutPolicies(bench.url);
  const guarded = openDatabase({ url: bench.url });
  const bare = openDatabase({ url: bareUrl });
  const input = listVehiclesInput.parse({ limit: 24 });
  let turn = 0;
  const next = (): DealerContext => {
    turn += 1;
    const dealer = dealers[turn % dealers.length];
    if (!dealer) throw new Error("nobody to list for");
    return dealer;
  };
  const open = bare.unsafeSystem("the floor: the same reads without policies");
  return {
    contenders: [
      {
        name: "list of 24 with counts, no policies",
        run: () => listVehicles({ ...next(), db: open }, input),
      },
      {
        name: "the same under row-level security",
        run: () => {
          const dealer = next();
          return listVehicles({ ...dealer, db: guarded.forGallery(dealer.gallery.id) }, input);
        },
      },
    ],
    async close() {
      await Promise.all([guarded.close(), bare.close()]);
      await bench.stop();
    },
  };
}

/** What the second wall between galleries costs on the path that dealers take most. */
export const rls: BenchCase = {
  name: "rls",
  about: "a gallery's stock list; the bar: row-level security costs less than 15%",
  sizes: [20_000],
  bar: { share: 0.85 },
  open: openRls,
};
