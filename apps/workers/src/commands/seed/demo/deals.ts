import type { DealStepKind } from "@oto/domain";
import { isDomainError } from "@oto/domain";
import type { Platform } from "@oto/services";
import { confirmDeal, disputeDeal, rateDeal, setDealStep } from "@oto/services/deal";
import { acceptOffer, createOffer } from "@oto/services/offer";
import type { DemoDealer } from "./contexts";
import { asDealer } from "./contexts";
import type { DemoVehicle } from "./stock";

const DAY_MS = 86_400_000;
const MOST = 8;

interface DemoDeal {
  platform: Platform;
  dealId: string;
  buyer: DemoDealer;
  seller: DemoDealer;
}

type Stage = (deal: DemoDeal) => Promise<void>;

async function finish(deal: DemoDeal, steps: readonly [DealStepKind, string][]): Promise<void> {
  const { buyer, dealId, platform } = deal;
  for (const [step, reference] of steps) {
    const done = { dealId, step, version: 0, state: "DONE", reference } as const;
    await setDealStep(asDealer(platform, buyer), done);
  }
}

const CHECKED: readonly [DealStepKind, string][] = [
  ["EKSPERTIZ", "EKS-2026-4417"],
  ["SECURE_PAYMENT", "GO-88213"],
];

/** Fresh, half way, one word given, disputed, completed and rated: what a dealer can come across. */
const STAGES: readonly Stage[] = [
  async () => undefined,
  async (deal) => {
    const { dealId, platform, seller } = deal;
    await finish(deal, CHECKED);
    const at = new Date(platform.now().getTime() + DAY_MS).toISOString();
    const appointment = { scheduledFor: at, place: "Kadıköy 12. Noterliği" };
    await setDealStep(asDealer(platform, seller), {
      ...{ dealId, step: "NOTER", version: 0, state: "SCHEDULED" },
      ...appointment,
    });
  },
  async (deal) => {
    await finish(deal, [...CHECKED, ["NOTER", "YVM-1042"]]);
    await confirmDeal(asDealer(deal.platform, deal.seller), { dealId: deal.dealId });
  },
  async ({ buyer, dealId, platform }) => {
    const text = "Ekspertizde sağ ön çamurluk değişen çıktı, ilanda boyasız yazıyordu.";
    await disputeDeal(asDealer(platform, buyer), { dealId, reason: "NOT_AS_DESCRIBED", text });
  },
  async (deal) => {
    const { buyer, dealId, platform, seller } = deal;
    await finish(deal, [...CHECKED, ["NOTER", "YVM-1039"]]);
    await confirmDeal(asDealer(platform, seller), { dealId });
    await confirmDeal(asDealer(platform, buyer), { dealId });
    const scores = { communication: 5, accuracy: 5, punctuality: 4 };
    const comment = "Araç anlatıldığı gibiydi, noterde beklemedik.";
    await rateDeal(asDealer(platform, buyer), { dealId, stars: 5, ...scores, comment });
    await rateDeal(asDealer(platform, seller), { dealId, stars: 4, comment: "Ödemesi zamanında." });
  },
];

/**
 * Deals at every stage between the galleries of the demo sign-ins, through the real services.
 * @returns vehicles that are on the market no more
 */
export async function createDeals(
  platform: Platform,
  scene: { vehicles: readonly DemoVehicle[]; dealers: readonly DemoDealer[] },
): Promise<ReadonlySet<string>> {
  const [first, second] = scene.dealers;
  const taken = new Set<string>();
  if (!first || !second) return taken;
  const theirs = scene.vehicles.filter(({ dealer }) => dealer === first || dealer === second);
  const chosen = theirs.slice(0, MOST);
  for (const [index, { dealer: seller, priceAmount, vehicleId }] of chosen.entries()) {
    const buyer = seller === first ? second : first;
    const lira = Math.round((priceAmount * 0.97) / 500_000) * 500_000;
    const amount = { amount: lira, currency: "TRY" as const };
    try {
      const { offerId, round } = await createOffer(asDealer(platform, buyer), {
        vehicleId,
        amount,
      });
      const accepted = await acceptOffer(asDealer(platform, seller), { offerId, round });
      const { reservationId } = accepted;
      if (!reservationId) continue;
      taken.add(vehicleId);
      await STAGES[index % STAGES.length]?.({ platform, dealId: reservationId, buyer, seller });
    } catch (error) {
      // The pair negotiates over this vehicle already, or a private rule answered first.
      if (!isDomainError(error)) throw error;
    }
  }
  return taken;
}
