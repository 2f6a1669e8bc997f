import { isDomainError } from "@oto/domain";
import type { DealerContext, Platform } from "@oto/services";
import {
  acceptOffer,
  counterOffer,
  createOffer,
  rejectOffer,
  withdrawOffer,
} from "@oto/services/offer";
import { cancelReservation, completeReservation } from "@oto/services/reservation";
import type { DemoDealer } from "./contexts";
import { asDealer } from "./contexts";
import type { Random } from "./random";
import { createRandom } from "./random";
import type { DemoVehicle } from "./stock";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKS = 10;

interface Past {
  platform: Platform;
  vehicle: DemoVehicle;
  buyer: DemoDealer;
  teams: ReadonlyMap<string, readonly string[]>;
  random: Random;
  start: number;
}

interface Talk {
  offerId: string;
  round: number;
}

const lira = ({ priceAmount }: DemoVehicle, share: number) => ({
  amount: Math.round((priceAmount * share) / 500_000) * 500_000,
  currency: "TRY" as const,
});

/** Somebody of a gallery's team at work, some hours after the negotiation began. */
function at(past: Past, dealer: DemoDealer, hours: number): DealerContext {
  const team = past.teams.get(dealer.galleryId) ?? [dealer.userId];
  const userId = past.random.pick(team);
  return asDealer(
    past.platform,
    { ...dealer, userId },
    new Date(past.start + Math.round(hours * HOUR_MS)),
  );
}

/** Answers come within the hour mostly, and sometimes the next day. */
const answerHours = (random: Random) =>
  random.chance(0.7) ? 0.2 + random.next() * 2.5 : 4 + random.next() * 16;

const offerOf = (past: Past, share: number): Promise<Talk> =>
  createOffer(at(past, past.buyer, 0), {
    vehicleId: past.vehicle.vehicleId,
    amount: lira(past.vehicle, share),
    validForHours: 24,
  });

async function agree(past: Past): Promise<string | null> {
  const { buyer, random, vehicle } = past;
  const hours = answerHours(random);
  const talk = await offerOf(past, 0.91 + random.next() * 0.05);
  if (random.chance(0.3)) {
    return (await acceptOffer(at(past, vehicle.dealer, hours), talk)).reservationId;
  }
  const share = 0.96 + random.next() * 0.03;
  const amount = lira(vehicle, share);
  const { round } = await counterOffer(at(past, vehicle.dealer, hours), { ...talk, amount });
  const accepted = await acceptOffer(at(past, buyer, hours + 1), { offerId: talk.offerId, round });
  return accepted.reservationId;
}

/** How negotiations of the past ended; true when the vehicle was sold. */
const ENDINGS: readonly { weight: number; play: (past: Past) => Promise<boolean> }[] = [
  {
    weight: 26,
    play: async (past) => {
      const reservationId = await agree(past);
      if (!reservationId) return false;
      await completeReservation(at(past, past.buyer, 40), { reservationId });
      return true;
    },
  },
  {
    weight: 7,
    play: async (past) => {
      const reservationId = await agree(past);
      const reason = "Ekspertizde bildirilmeyen değişen parça çıktı.";
      if (reservationId) {
        await cancelReservation(at(past, past.buyer, 40), { reservationId, reason });
      }
      return false;
    },
  },
  {
    weight: 24,
    play: async (past) => {
      const talk = await offerOf(past, 0.86 + past.random.next() * 0.06);
      await rejectOffer(at(past, past.vehicle.dealer, answerHours(past.random)), {
        ...talk,
        message: "Bu fiyata mümkün değil, kolay gelsin.",
      });
      return false;
    },
  },
  {
    weight: 16,
    play: async (past) => {
      const talk = await offerOf(past, 0.92);
      const hours = answerHours(past.random);
      const amount = lira(past.vehicle, 0.985);
      const { round } = await counterOffer(at(past, past.vehicle.dealer, hours), {
        ...talk,
        amount,
      });
      await withdrawOffer(at(past, past.buyer, hours + 2), {
        offerId: talk.offerId,
        round,
        message: "Başka araç aldık, teşekkürler.",
      });
      return false;
    },
  },
  {
    // The clock ends these: nobody answered, or the buyer let the answer lie.
    weight: 27,
    play: async (past) => {
      const talk = await offerOf(past, 0.9 + past.random.next() * 0.05);
      if (past.random.chance(0.6)) {
        const amount = lira(past.vehicle, 0.98);
        const hours = answerHours(past.random);
        await counterOffer(at(past, past.vehicle.dealer, hours), { ...talk, amount });
      }
      return false;
    },
  },
];

function endingOf(random: Random): (past: Past) => Promise<boolean> {
  let left = random.next() * ENDINGS.reduce((sum, { weight }) => sum + weight, 0);
  const ending = ENDINGS.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return ending?.play ?? (async () => false);
}

/** Business hours of a day so many days ago. */
const someHour = (now: Date, daysAgo: number, random: Random): number =>
  now.getTime() - daysAgo * DAY_MS - random.int(0, 9) * HOUR_MS;

/**
 * Negotiations of the past weeks, from the first to the latest, through the real services at their
 * time: what the reports are made of.
 *
 * @returns how many, and the vehicles that are sold since
 */
export async function createHistory(
  platform: Platform,
  scene: {
    vehicles: readonly DemoVehicle[];
    dealers: readonly DemoDealer[];
    teams: ReadonlyMap<string, readonly string[]>;
    count: number;
  },
): Promise<{ made: number; sold: ReadonlySet<string> }> {
  const { vehicles, dealers, teams, count } = scene;
  const random = createRandom(1_923);
  const sold = new Set<string>();
  const [first, second] = dealers;
  if (!first || !second) return { made: 0, sold };
  const days = Array.from({ length: count }, () => random.int(4, WEEKS * 7));
  let made = 0;
  for (const [index, daysAgo] of days.toSorted((a, b) => b - a).entries()) {
    const start = someHour(platform.now(), daysAgo, random);
    const there = vehicles.filter(
      ({ vehicleId, createdAt }) =>
        !sold.has(vehicleId) && createdAt.getTime() + 2 * DAY_MS < start,
    );
    const own = there.filter(({ dealer }) => dealer === first || dealer === second);
    const pool = index % 4 < 2 && own.length > 0 ? own : there;
    if (pool.length === 0) continue;
    const vehicle = random.pick(pool);
    const usual = vehicle.dealer === first ? second : first;
    const others = dealers.filter((dealer) => dealer !== vehicle.dealer);
    const buyer = index % 4 === 2 ? usual : random.pick(others);
    const past: Past = { platform, vehicle, buyer, teams, random, start };
    try {
      if (await endingOf(random)(past)) sold.add(vehicle.vehicleId);
      made += 1;
    } catch (error) {
      // Its clock ran out in the meantime, or the pair negotiates already.
      if (!isDomainError(error)) throw error;
    }
  }
  return { made, sold };
}
