import type { Board, KnownOffer, KnownVehicle } from "./board";
import type { Chance } from "./chance";
import type { Answer, Client } from "./client";
import type { Person } from "./people";

export interface Table {
  client: Client;
  board: Board;
  chance: Chance;
}

/** What `offer.*` answers. */
interface Moved {
  offerId: string;
  status: string;
  round: number;
  reservationId: string | null;
}

type Answering = "accept" | "counter" | "reject" | "withdraw";

const OVER = new Set(["offer.not_open", "offer.expired", "offer.not_found"]);
const VALID_HOURS = [1, 2, 24] as const;
const STALE_SHARE = 0.1;
const lira = (amount: number) => ({ amount, currency: "TRY" });

function learn(
  { board }: Table,
  vehicle: KnownVehicle,
  told: { offer: KnownOffer; answer: Answer; amount: number | null },
): void {
  const { answer, offer, amount } = told;
  if (!answer.ok) {
    if (OVER.has(answer.reason)) board.forget(vehicle, offer.offerId);
    return;
  }
  const moved = answer.data as Moved;
  if (amount !== null) {
    board.proposals.push({ offerId: offer.offerId, round: moved.round, amount });
  }
  if (moved.status === "OPEN") offer.round = moved.round;
  else if (moved.reservationId) board.accepted(vehicle, offer, moved.reservationId);
  else board.forget(vehicle, offer.offerId);
}

/** Answers an offer; now and then with a round that is long gone or yet to come. */
async function answerOffer(
  table: Table,
  person: Person,
  { vehicle, offer, action }: { vehicle: KnownVehicle; offer: KnownOffer; action: Answering },
): Promise<void> {
  const { board, chance, client } = table;
  const off = chance.next() < STALE_SHARE ? (chance.one([-1, 1]) ?? 1) : 0;
  const round = Math.min(20, Math.max(1, offer.round + off));
  const amount = action === "counter" ? board.nextAmount() : null;
  const proposal =
    amount === null
      ? {}
      : {
          amount: lira(amount),
          validForHours: chance.one(VALID_HOURS),
          final: chance.next() < 0.05,
        };
  const input = { offerId: offer.offerId, round, ...proposal };
  const answer = await client.call(person, `offer.${action}`, input);
  learn(table, vehicle, { offer, answer, amount });
}

async function cancel(table: Table, person: Person, vehicle: KnownVehicle): Promise<void> {
  const { reservation } = vehicle;
  if (!reservation) return;
  const { reservationId } = reservation;
  const input = { reservationId, reason: "Yarış", code: "CHANGED_MIND" };
  const answer = await table.client.call(person, "reservation.cancel", input);
  // Cancelled now, or ended by somebody or the clock before.
  if (answer.ok || answer.reason === "reservation.not_active") {
    if (vehicle.reservation === reservation) vehicle.reservation = null;
  }
}

async function bid(table: Table, person: Person, vehicle: KnownVehicle): Promise<void> {
  const { board, chance, client } = table;
  const amount = board.nextAmount();
  const { vehicleId } = vehicle;
  const validForHours = chance.one(VALID_HOURS);
  const input = { vehicleId, amount: lira(amount), validForHours };
  const answer = await client.call(person, "offer.create", input);
  if (!answer.ok) return;
  const { offerId, round } = answer.data as Moved;
  board.proposals.push({ offerId, round, amount });
  vehicle.offers.set(offerId, { offerId, vehicleId, buyer: person, round });
}

/** One thing that a buyer does. */
export async function playBuyer(table: Table, person: Person): Promise<void> {
  const { board, chance } = table;
  const vehicle = chance.one(board.vehicles);
  if (!vehicle) return;
  const { reservation } = vehicle;
  if (reservation && (reservation.buyer === person || chance.next() < 0.02)) {
    await cancel(table, person, vehicle);
    return;
  }
  const offers = [...vehicle.offers.values()];
  const stranger = chance.next() < 0.03 ? chance.one(offers) : undefined;
  const offer = stranger ?? offers.find(({ buyer }) => buyer === person);
  if (!offer || chance.next() < 0.05) {
    await bid(table, person, vehicle);
    return;
  }
  const action = chance.weighted({ counter: 5, accept: 2, withdraw: 1, reject: 1 });
  await answerOffer(table, person, { vehicle, offer, action });
}

/** One thing that a seller does. */
export async function playSeller(table: Table, person: Person): Promise<void> {
  const { board, chance, client } = table;
  const own = board.vehicles.filter(({ galleryId }) => galleryId === person.galleryId);
  const vehicle = chance.one(own);
  if (!vehicle) return;
  const { vehicleId } = vehicle;
  if (!vehicle.listed) {
    const answer = await client.call(person, "inventory.publish", { vehicleId });
    if (answer.ok || answer.reason === "inventory.wrong_state") vehicle.listed = true;
    return;
  }
  if (vehicle.reservation && chance.next() < 0.5) {
    await cancel(table, person, vehicle);
    return;
  }
  const weights = { counter: 6, accept: 2, reject: 1, withdraw: 0.5, price: 1, pause: 0.3 };
  const action = chance.weighted(weights);
  if (action === "price") {
    const price = lira(90_000_000 + Math.floor(chance.next() * 200) * 100_000);
    await client.call(person, "inventory.changePrice", { vehicleId, price });
    return;
  }
  if (action === "pause") {
    const answer = await client.call(person, "inventory.unpublish", { vehicleId });
    if (answer.ok) vehicle.listed = false;
    return;
  }
  const offer = chance.one([...vehicle.offers.values()]);
  if (offer) await answerOffer(table, person, { vehicle, offer, action });
}
