import { copyVehicle, createVehicle } from "@oto/services/testing";
import type { Arena, BenchCase } from "../bench-case";
import { Work } from "../bench-case";
import type { Member, World } from "../world";
import { openWorld } from "../world";

const PAIRS = 10;
/** Published vehicles of each seller: every negotiation ends with one of them reserved. */
const STOCK_EACH = 2_000;
const AMOUNT = 90_000_000;

interface Pair {
  readonly seller: Member;
  readonly buyer: Member;
  readonly vehicleIds: string[];
}

interface OfferState {
  readonly offerId: string;
  readonly round: number;
}

async function openPair(world: World): Promise<Pair> {
  const [seller, buyer] = [await world.member(), await world.member()];
  const { vehicleId } = await createVehicle(world.platform, seller.galleryId);
  await copyVehicle(world.platform, vehicleId, STOCK_EACH);
  const { rows } = await world.platform.database.pool.query<{ id: string }>(
    "select id from vehicle where gallery_id = $1",
    [seller.galleryId],
  );
  return { seller, buyer, vehicleIds: rows.map(({ id }) => id) };
}

/** Offer, counter-offer, acceptance; the vehicle is reserved then. */
async function negotiate({ buyer, seller, vehicleIds }: Pair): Promise<Work> {
  const vehicleId = vehicleIds.pop();
  if (vehicleId === undefined) throw new Error("all vehicles are reserved: fewer rounds");
  const steps: number[] = [];
  const step = async ({ api }: Member, procedure: string, input: object): Promise<OfferState> => {
    const started = performance.now();
    const state = await api.mutate<OfferState>(procedure, input);
    steps.push(performance.now() - started);
    return state;
  };
  const opened = await step(buyer, "offer.create", {
    vehicleId,
    amount: { amount: AMOUNT, currency: "TRY" },
  });
  const countered = await step(seller, "offer.counter", {
    offerId: opened.offerId,
    round: opened.round,
    amount: { amount: AMOUNT + 5_000_000, currency: "TRY" },
  });
  const { offerId, round } = countered;
  await step(buyer, "offer.accept", { offerId, round });
  return new Work(1, steps);
}

async function openOffers(size: number): Promise<Arena> {
  const world = await openWorld(size);
  const pairs: Pair[] = [];
  for (let i = 0; i < PAIRS; i += 1) pairs.push(await openPair(world));
  let turn = 0;
  return {
    hasFloor: false,
    contenders: [
      {
        name: "offer.create → counter → accept, figures of a step",
        clients: PAIRS,
        run: async () => {
          turn += 1;
          const pair = pairs[turn % PAIRS];
          return pair && negotiate(pair);
        },
      },
    ],
    memoryMb: world.memoryMb,
    close: world.stop,
  };
}

/** Whole negotiations, each over a vehicle of its own. */
export const offers: BenchCase = {
  name: "offers",
  about:
    "ten pairs of galleries negotiate over HTTP; the bar: 150 cycles a second, a step in 60 ms",
  sizes: [1_000],
  bar: { perSecond: 150, p95: 60 },
  open: openOffers,
};
