import { isDomainError } from "@oto/domain";
import type { Platform } from "@oto/services";
import { markVehicleSold, publishVehicle, unpublishVehicle } from "@oto/services/inventory";
import { progress, say } from "../progress";
import { readCatalogue } from "./catalogue";
import { asDealer, patiently } from "./contexts";
import { createConversations } from "./conversations";
import { createDeals } from "./deals";
import { createGalleries } from "./galleries";
import { DEMO_GALLERIES } from "./galleries.data";
import { createHistory } from "./history";
import { createOffers } from "./offers";
import { addPictures } from "./pictures";
import { createRandom } from "./random";
import { createTeams } from "./staff";
import type { DemoVehicle } from "./stock";
import { createStock } from "./stock";

const DAY_MS = 86_400_000;
const DEMO_STOCK = DEMO_GALLERIES.reduce((sum, { vehicles }) => sum + vehicles, 0);

/** Publishes most vehicles; some stay drafts, some are paused, a few are sold. */
async function bringToMarket(
  platform: Platform,
  vehicle: DemoVehicle,
  fate: number,
): Promise<boolean> {
  if (fate < 0.06) return false;
  const published = new Date(
    Math.min(vehicle.createdAt.getTime() + DAY_MS, platform.now().getTime()),
  );
  const { vehicleId } = vehicle;
  try {
    await publishVehicle(asDealer(platform, vehicle.dealer, published), { vehicleId });
  } catch (error) {
    if (isDomainError(error)) return false;
    throw error;
  }
  if (fate > 0.97) await unpublishVehicle(asDealer(platform, vehicle.dealer), { vehicleId });
  else if (fate > 0.94) await markVehicleSold(asDealer(platform, vehicle.dealer), { vehicleId });
  else return true;
  return false;
}

/**
 * The named scenario `demo`: galleries across provinces, hundreds of vehicles with plausible
 * prices and pictures that went through the real pipeline, negotiations at every stage, conversations.
 */
export async function seedDemo(platform: Platform, reviewerId: string): Promise<void> {
  const random = createRandom(2026);
  const dealers = await createGalleries(platform, reviewerId, random);
  say(`demo galleries: ${dealers.length} approved, the others wait for you in the admin panel`);

  const catalogue = await readCatalogue(platform);
  const vehicles = await createStock(platform, {
    dealers,
    catalogue,
    random,
    onProgress: progress("demo vehicles", DEMO_STOCK),
  });

  const onMarket: DemoVehicle[] = [];
  const shown = progress("demo vehicles with pictures", vehicles.length);
  let ready = 0;
  await addPictures(platform, {
    vehicles,
    dealers,
    onReady: async (group) => {
      for (const vehicle of group) {
        const fate = random.next();
        const isShown = await patiently(() => bringToMarket(platform, vehicle, fate));
        if (isShown) onMarket.push(vehicle);
        ready += 1;
        shown(ready);
      }
    },
  });

  const teams = await createTeams(platform, dealers);
  const past = await createHistory(platform, { vehicles: onMarket, dealers, teams, count: 110 });
  const unsold = onMarket.filter(({ vehicleId }) => !past.sold.has(vehicleId));
  const dealt = await createDeals(platform, { vehicles: unsold, dealers });
  const left = unsold.filter(({ vehicleId }) => !dealt.has(vehicleId));
  const talks = await createConversations(platform, { vehicles: left, dealers, random });
  const offers = await createOffers(platform, { vehicles: left, dealers, random, count: 90 });
  say(
    `demo data is complete: ${left.length} vehicles on the market, ${past.made + offers} negotiations, ${talks} conversations`,
  );
}
