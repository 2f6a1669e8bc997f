import type { OfferAction, OfferState, Side } from "@oto/domain";
import { DomainError, decideOffer, createOffer as openOffer } from "@oto/domain";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { unpublishVehicle } from "../inventory";
import { cancelReservation } from "../reservation";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform, createVehicle, TEST_PRICE } from "../testing";
import {
  acceptOffer,
  closeOffersOfVehicle,
  counterOffer,
  createOffer,
  expireOffers,
  rejectOffer,
  repriceOffers,
  withdrawOffer,
} from ".";

/*
 * Random interleavings of what two buyers, a seller, a stranger, the clock and the vehicle can do to
 * negotiations, against the real database and the pure machine side by side: each step has the same
 * answer or refusal in both, and afterwards every row is what the machine says.
 */

const HOUR_MS = 3_600_000;
const BUYERS = [0, 1] as const;
type Who = "SELLER" | "BUYER" | "STRANGER";

/** A negotiation as both know it. */
interface Pair {
  offerId: string;
  buyer: number;
  state: OfferState;
  /** Who had the last word is told by the state; whether it ended, too. */
  reservationId: string | null;
}

interface Model {
  price: number;
  vehicle: "PUBLISHED" | "PAUSED" | "RESERVED";
  pairs: Pair[];
}

interface Real {
  vehicleId: string;
}

let test: TestPlatform;
let seller: DealerContext;
let stranger: DealerContext;
let buyers: DealerContext[];

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
  [seller, stranger, ...buyers] = await Promise.all([
    createDealerContext(test.platform),
    createDealerContext(test.platform),
    ...BUYERS.map(() => createDealerContext(test.platform)),
  ]);
});
afterAll(() => test.close());

const system = () => test.platform.database.unsafeSystem("the model looks at every side");
const lira = (amount: number) => ({ amount, currency: "TRY" as const });
const share = (percent: number, of: number) => Math.round((of * percent) / 100);

/** What a step comes to: its value, or the reason of its refusal. */
type Outcome<T> = { value: T } | { refused: string };

function pure<T>(decide: () => T): Outcome<T> {
  try {
    return { value: decide() };
  } catch (error) {
    if (error instanceof DomainError) return { refused: error.reason };
    throw error;
  }
}

async function real<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work };
  } catch (error) {
    if (error instanceof DomainError) return { refused: error.reason };
    throw error;
  }
}

const bare = ({ amount, askingAmount, expiresAt, final, round, status, turn }: OfferState) => ({
  ...{ amount, askingAmount, expiresAt, final, round, status, turn },
});

/** Every row against the machine, and what must hold whatever happened. */
async function compare(model: Model, { vehicleId }: Real): Promise<void> {
  const { active, rows, vehicle } = await system().read(async (tx) => ({
    rows: await tx.offer.findMany({
      where: { vehicleId },
      select: {
        ...{ id: true, status: true, turn: true, round: true, amount: true, final: true },
        ...{ expiresAt: true, askingAmount: true, _count: { select: { rounds: true } } },
      },
    }),
    active: await tx.reservation.count({ where: { vehicleId, status: "ACTIVE" } }),
    vehicle: await tx.vehicle.findUniqueOrThrow({
      where: { id: vehicleId },
      select: { status: true },
    }),
  }));
  const inDatabase = new Map(
    rows.map(({ _count, amount, askingAmount, expiresAt, id, ...row }) => [
      id,
      {
        ...row,
        ...{ amount: Number(amount), askingAmount: Number(askingAmount) },
        expiresAt: expiresAt.toISOString(),
        rounds: _count.rounds,
      },
    ]),
  );
  expect(inDatabase).toEqual(
    new Map(
      model.pairs.map(({ offerId, state }) => [offerId, { ...bare(state), rounds: state.round }]),
    ),
  );
  expect(vehicle.status).toBe(model.vehicle);
  expect(active).toBe(model.vehicle === "RESERVED" ? 1 : 0);
}

type Command = fc.AsyncCommand<Model, Real>;

const command = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Readonly<Model>) => boolean = () => true,
): Command => ({
  check,
  async run(model, at) {
    await run(model, at);
    await compare(model, at);
  },
  toString: () => name,
});

const closeAll = (model: Model, action: OfferAction): void => {
  for (const pair of model.pairs.filter(({ state }) => state.status === "OPEN")) {
    pair.state = decideOffer(pair.state, action, { actor: "SYSTEM", now: test.clock.now() }).next;
  }
};

const create = (buyer: number, percent: number, validForHours: number): Command =>
  command(`create(${buyer}, ${percent}%, ${validForHours} h)`, async (model, { vehicleId }) => {
    const ctx = buyers[buyer] ?? stranger;
    const amount = lira(share(percent, model.price));
    const expected = pure(() => {
      const vehicle = {
        ...{ galleryId: seller.gallery.id, status: model.vehicle, price: lira(model.price) },
      };
      const request = { vehicle, buyerGalleryId: ctx.gallery.id, amount, validForHours };
      const { next } = openOffer(request, test.clock.now());
      const twice = model.pairs.some(
        (pair) => pair.buyer === buyer && pair.state.status === "OPEN",
      );
      if (twice) throw new DomainError("offer.already_open");
      return next;
    });
    const got = await real(createOffer(ctx, { vehicleId, amount, validForHours }));
    if ("refused" in expected) {
      expect(got).toEqual(expected);
      return;
    }
    if ("refused" in got) throw new Error(`refused: ${got.refused}`);
    const { offerId } = got.value;
    model.pairs.push({ offerId, buyer, state: expected.value, reservationId: null });
  });

interface Move {
  pick: number;
  who: Who;
  /** How many rounds the caller's screen is behind. */
  behind: number;
  type: "accept" | "reject" | "withdraw" | "counter";
  percent: number;
  final: boolean;
}

const galleryOf = (who: Who, pair: Pair): DealerContext => {
  if (who === "STRANGER") return stranger;
  return who === "SELLER" ? seller : (buyers[pair.buyer] ?? stranger);
};

function call(ctx: DealerContext, offerId: string, action: OfferAction) {
  if (!("round" in action)) throw new Error("no party does this");
  const at = { offerId, round: action.round };
  if (action.type === "accept") return acceptOffer(ctx, at);
  if (action.type === "reject") return rejectOffer(ctx, at);
  if (action.type === "withdraw") return withdrawOffer(ctx, at);
  const { amount, final = false, validForHours = 24 } = action;
  return counterOffer(ctx, { ...at, amount: lira(amount), final, validForHours });
}

const move = (asked: Move): Command =>
  command(
    `${asked.who} ${asked.type}s #${asked.pick} (${asked.behind} behind, ${asked.percent}%${asked.final ? ", final" : ""})`,
    async (model) => {
      const pair = model.pairs.at(-1 - (asked.pick % model.pairs.length));
      if (!pair) return;
      const round = Math.max(1, pair.state.round - asked.behind);
      const amount = share(asked.percent, model.price);
      const { final, type } = asked;
      const action: OfferAction =
        type === "counter" ? { type, round, amount, final, validForHours: 24 } : { type, round };
      const ctx = galleryOf(asked.who, pair);
      const now = test.clock.now();
      const expected = pure(() =>
        decideOffer(pair.state, action, { actor: { galleryId: ctx.gallery.id }, now }),
      );
      const got = await real(call(ctx, pair.offerId, action));
      if ("refused" in expected) {
        // Off the market nothing can be agreed on; which of the two reasons is told does not matter.
        const offMarket = model.vehicle !== "PUBLISHED" && ["accept", "counter"].includes(type);
        const reasons = [expected.refused, ...(offMarket ? ["offer.vehicle_unavailable"] : [])];
        expect(reasons).toContain("refused" in got ? got.refused : "nothing was refused");
        return;
      }
      if ("refused" in got) throw new Error(`refused: ${got.refused}`);
      pair.state = expected.value.next;
      pair.reservationId = got.value.reservationId;
      if (type !== "accept") return;
      model.vehicle = "RESERVED";
      closeAll(model, { type: "closeByRival" });
    },
    (model) => model.pairs.length > 0,
  );

const reprice = (percent: number): Command =>
  command(`reprice(${percent}%)`, async (model, { vehicleId }) => {
    model.price = share(percent, TEST_PRICE);
    await system().write(async (tx) => {
      await tx.vehicle.update({
        where: { id: vehicleId },
        data: { priceAmount: BigInt(model.price) },
        select: { id: true },
      });
      await repriceOffers(test.platform, tx, { vehicleId });
    });
    closeAll(model, { type: "changePrice", askingAmount: model.price });
  });

const pass = (hours: number): Command =>
  command(`pass(${hours} h)`, async (model, { vehicleId: _vehicle }) => {
    test.clock.advance(hours * HOUR_MS);
    await expireOffers(test.platform);
    const now = test.clock.now();
    for (const pair of model.pairs) {
      const expired = pure(() =>
        decideOffer(pair.state, { type: "expire" }, { actor: "SYSTEM", now }),
      );
      if ("value" in expired) pair.state = expired.value.next;
    }
  });

const pause = (): Command =>
  command(
    "pause",
    async (model, { vehicleId }) => {
      await unpublishVehicle(seller, { vehicleId });
      await system().write((tx) => closeOffersOfVehicle(test.platform, tx, { vehicleId }));
      model.vehicle = "PAUSED";
      closeAll(model, { type: "closeByVehicle", reason: "VEHICLE_UNPUBLISHED" });
    },
    (model) => model.vehicle === "PUBLISHED",
  );

const cancel = (side: Side): Command =>
  command(
    `${side} cancels`,
    async (model) => {
      const pair = model.pairs.findLast(({ reservationId }) => reservationId !== null);
      if (!pair?.reservationId) throw new Error("reserved without a reservation");
      const { reservationId } = pair;
      await cancelReservation(galleryOf(side, pair), { reservationId, reason: "Vazgeçtik" });
      pair.reservationId = null;
      model.vehicle = "PUBLISHED";
    },
    (model) => model.vehicle === "RESERVED",
  );

const who = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Who>("SELLER") },
  { weight: 5, arbitrary: fc.constant<Who>("BUYER") },
  { weight: 1, arbitrary: fc.constant<Who>("STRANGER") },
);
const type = fc.oneof(
  { weight: 6, arbitrary: fc.constant("counter" as const) },
  { weight: 2, arbitrary: fc.constantFrom("accept" as const, "reject" as const) },
  { weight: 1, arbitrary: fc.constant("withdraw" as const) },
);
const moves = fc.record({
  pick: fc.nat({ max: 2 }),
  who,
  behind: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constant(1) },
  ),
  type,
  percent: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 80, max: 105 }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1_000) },
  ),
  final: fc.oneof(
    { weight: 6, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

// Moves stand in the list several times: they are what a negotiation is made of.
const commands = fc.commands(
  [
    fc
      .tuple(fc.nat({ max: 1 }), fc.integer({ min: 80, max: 100 }), fc.constantFrom(1, 24, 48))
      .map(([buyer, percent, hours]) => create(buyer, percent, hours)),
    moves.map(move),
    moves.map(move),
    moves.map(move),
    moves.map(move),
    fc.integer({ min: 90, max: 110 }).map(reprice),
    fc.constantFrom(1, 12, 25).map(pass),
    fc.constant(null).map(pause),
    fc.constantFrom<Side>("BUYER", "SELLER").map(cancel),
  ],
  { maxCommands: 24, size: "max" },
);

it("the database says after every step what the machine says", async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const { vehicleId } = await createVehicle(test.platform, seller.gallery.id, {
        ...{ plate: null, vin: null },
      });
      const model: Model = { price: TEST_PRICE, vehicle: "PUBLISHED", pairs: [] };
      await fc.asyncModelRun(() => ({ model, real: { vehicleId } }), steps);
    }),
    // A failing run is told as it was: making it smaller would take minutes on a real database.
    { numRuns: 12, endOnFailure: true, interruptAfterTimeLimit: 40_000 },
  );
}, 60_000);
