import { isDomainError } from "@oto/domain";
import type { Platform } from "@oto/services";
import {
  acceptOffer,
  counterOffer,
  createOffer,
  rejectOffer,
  withdrawOffer,
} from "@oto/services/offer";
import type { DemoDealer } from "./contexts";
import { asDealer } from "./contexts";
import type { Random } from "./random";
import type { DemoVehicle } from "./stock";

const HOUR_MS = 3_600_000;

interface Negotiation {
  vehicle: DemoVehicle;
  buyer: DemoDealer;
  /** Share of the asking price. */
  share: number;
}

const lira = (vehicle: DemoVehicle, share: number) => ({
  amount: Math.round((vehicle.priceAmount * share) / 500_000) * 500_000,
  currency: "TRY" as const,
});

/** Every ending a negotiation can have, and the open ones, each through the real services. */
const STAGES = [
  async (platform: Platform, { vehicle, buyer, share }: Negotiation) => {
    await createOffer(asDealer(platform, buyer), {
      vehicleId: vehicle.vehicleId,
      amount: lira(vehicle, share),
      message: "Nakit, bugün noter. Son fiyat nedir?",
      validForHours: 48,
    });
  },
  async (platform: Platform, { vehicle, buyer, share }: Negotiation) => {
    const { offerId, round } = await createOffer(asDealer(platform, buyer), {
      vehicleId: vehicle.vehicleId,
      amount: lira(vehicle, share),
    });
    await counterOffer(asDealer(platform, vehicle.dealer), {
      offerId,
      round,
      amount: lira(vehicle, 0.985),
      message: "Araç sorunsuz, bu fiyata anlaşırız.",
      validForHours: 48,
    });
  },
  async (platform: Platform, { vehicle, buyer, share }: Negotiation) => {
    const offer = await createOffer(asDealer(platform, buyer), {
      vehicleId: vehicle.vehicleId,
      amount: lira(vehicle, share),
    });
    const counter = await counterOffer(asDealer(platform, vehicle.dealer), {
      ...offer,
      amount: lira(vehicle, 0.98),
    });
    await acceptOffer(asDealer(platform, buyer), { offerId: offer.offerId, round: counter.round });
  },
  async (platform: Platform, { vehicle, buyer, share }: Negotiation) => {
    const offer = await createOffer(asDealer(platform, buyer), {
      vehicleId: vehicle.vehicleId,
      amount: lira(vehicle, share - 0.06),
    });
    await rejectOffer(asDealer(platform, vehicle.dealer), {
      ...offer,
      message: "Bu fiyata mümkün değil, kolay gelsin.",
    });
  },
  async (platform: Platform, { vehicle, buyer, share }: Negotiation) => {
    const offer = await createOffer(asDealer(platform, buyer), {
      vehicleId: vehicle.vehicleId,
      amount: lira(vehicle, share),
    });
    await withdrawOffer(asDealer(platform, buyer), {
      ...offer,
      message: "Başka araç aldık, teşekkürler.",
    });
  },
  async (platform: Platform, { vehicle, buyer, share }: Negotiation) => {
    const before = new Date(platform.now().getTime() - 30 * HOUR_MS);
    await createOffer(asDealer(platform, buyer, before), {
      vehicleId: vehicle.vehicleId,
      amount: lira(vehicle, share),
      validForHours: 24,
    });
  },
] as const;

/** Starts negotiations at every stage, most of them around the galleries of the demo sign-ins. */
export async function createOffers(
  platform: Platform,
  scene: {
    vehicles: readonly DemoVehicle[];
    dealers: readonly DemoDealer[];
    random: Random;
    count: number;
  },
): Promise<number> {
  const { vehicles, dealers, random, count } = scene;
  const [first, second] = dealers;
  if (!first || !second || vehicles.length === 0) return 0;
  const shown = vehicles.filter(({ dealer }) => dealer === first || dealer === second);
  let made = 0;
  for (let i = 0; i < count; i += 1) {
    const vehicle = i % 3 === 0 && shown.length > 0 ? random.pick(shown) : random.pick(vehicles);
    const rivals = dealers.filter((dealer) => dealer !== vehicle.dealer);
    const preferred = vehicle.dealer === first ? second : first;
    const buyer = i % 2 === 0 ? preferred : random.pick(rivals);
    const stage = STAGES[i % STAGES.length];
    try {
      await stage?.(platform, { vehicle, buyer, share: 0.93 + random.next() * 0.05 });
      made += 1;
    } catch (error) {
      // The vehicle was reserved by an earlier stage, or the pair negotiates already.
      if (!isDomainError(error)) throw error;
    }
  }
  return made;
}
