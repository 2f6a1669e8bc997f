import { setTimeout as pause } from "node:timers/promises";
import type { Arena, BenchCase } from "../bench-case";
import { Work } from "../bench-case";
import type { World } from "../world";
import { openWorld } from "../world";

const EVENTS = 20_000;
/** As many where it only has to work. */
const FEW_EVENTS = 200;
const SMALL_MARKET = 1_000;
const POLL_MS = 5;

/** Events of as many vehicles, as committed changes leave them. */
async function fillOutbox({ platform, vehicleIds }: World, count: number): Promise<void> {
  await platform.database.pool.query(
    `insert into outbox_event (id, name, version, aggregate_type, aggregate_id, gallery_id, payload)
     select gen_random_uuid(), 'vehicle.price_changed', 1, 'vehicle', v.id, v.gallery_id,
       jsonb_build_object('vehicleId', v.id, 'galleryId', v.gallery_id, 'from', 100, 'to', 100, 'currency', 'TRY')
     from generate_series(1, $1::int) as n
       join unnest($2::uuid[]) with ordinality as i (id, at) on i.at = 1 + n % cardinality($2::uuid[])
       join vehicle v on v.id = i.id`,
    [count, vehicleIds],
  );
}

async function isDrained({ platform }: World): Promise<boolean> {
  const { rows } = await platform.database.pool.query<{ waits: boolean }>(
    "select exists (select from outbox_event where published_at is null) as waits",
  );
  return rows[0]?.waits === false;
}

async function openRelay(size: number): Promise<Arena> {
  const world = await openWorld(size);
  const events = size < SMALL_MARKET ? FEW_EVENTS : EVENTS;
  let started = false;
  return {
    hasFloor: false,
    contenders: [
      {
        name: `outbox → bus on PostgreSQL, ${events.toLocaleString("en")} events that wait`,
        once: true,
        prepare: async () => {
          await fillOutbox(world, events);
        },
        run: async () => {
          if (!started) await world.startWorkers("relay");
          started = true;
          // What was committed without a notification is found by the relay's own look.
          while (!(await isDrained(world))) await pause(POLL_MS);
          return new Work(events);
        },
      },
    ],
    close: world.stop,
  };
}

/** How fast committed events leave. */
export const relay: BenchCase = {
  name: "relay",
  about: "one relay, the bus of a single node; the bar: 10,000 events a second",
  sizes: [1_000],
  bar: { perSecond: 10_000 },
  open: openRelay,
};

interface Found {
  readonly total: number;
}

async function openSearchable(size: number): Promise<Arena> {
  const world = await openWorld(size);
  await world.startWorkers();
  const [seller, dealer] = [await world.member(), await world.member()];
  const own = world.vehicleIds.slice(0, 50);
  await world.platform.database.pool.query(
    "update vehicle set gallery_id = $1 where id = any($2::uuid[])",
    [seller.galleryId, own],
  );
  let turn = 0;
  return {
    hasFloor: false,
    contenders: [
      {
        name: "inventory.changePrice → marketplace.search finds the new price",
        clients: 1,
        run: async () => {
          turn += 1;
          const vehicleId = own[turn % own.length];
          const amount = 1_000_000_000 + turn * 100;
          const started = performance.now();
          await seller.api.mutate("inventory.changePrice", {
            vehicleId,
            price: { amount, currency: "TRY" },
          });
          const filters = { priceMin: amount, priceMax: amount };
          for (let look = 0; ; look += 1) {
            // Every look is another request: the cache's own promise is measured elsewhere.
            const input = { filters: { ...filters, kmMax: 1_500_000 + look }, limit: 1 };
            const text = String(await dealer.api.query("marketplace.search", input));
            const { result } = JSON.parse(text) as { result: { data: Found } };
            if (result.data.total > 0) break;
            await pause(POLL_MS);
          }
          return new Work(1, [performance.now() - started]);
        },
      },
    ],
    memoryMb: world.memoryMb,
    close: world.stop,
  };
}

/** How long until others find what a gallery has just changed. */
export const searchable: BenchCase = {
  name: "searchable",
  about: "a price changes over HTTP until a search shows it; the bar: 500 ms for 95 of 100",
  sizes: [1_000, 20_000],
  bar: { p95: 500 },
  open: openSearchable,
};
