import type { Color } from "@oto/domain";
import { COLORS, PANELS } from "@oto/domain";
import type { Platform } from "@oto/services";
import type { CreateVehicleInput } from "@oto/services/inventory";
import { createVehicle } from "@oto/services/inventory";
import type { CatalogueModel, DemoCatalogue } from "./catalogue";
import type { DemoDealer } from "./contexts";
import { asDealer, inTurns } from "./contexts";
import { DEMO_GALLERIES } from "./galleries.data";
import type { DemoSeries } from "./market.data";
import { DEMO_CERTAIN, DEMO_DESCRIPTIONS, DEMO_FEATURES, DEMO_SERIES } from "./market.data";
import type { Random } from "./random";

const DAY_MS = 86_400_000;
const THIS_YEAR = new Date().getUTCFullYear();

export interface DemoVehicle {
  vehicleId: string;
  dealer: DemoDealer;
  /** Vehicles of one body and colour share the pictures of the first of them. */
  pictures: { bodyType: DemoSeries[2]; color: Color };
  createdAt: Date;
  priceAmount: number;
}

/** Colours that turn up on the road, so that a few dozen picture sets serve hundreds of cars. */
const COMMON_COLORS = ["WHITE", "BLACK", "GREY", "BLUE", "RED"] as const satisfies readonly Color[];
const RARE_BODIES = new Set(["COUPE", "CONVERTIBLE", "PICKUP", "VAN", "MPV", "STATION_WAGON"]);

function colorFor(body: DemoSeries[2], random: Random): Color {
  if (body === "CONVERTIBLE") return "RED";
  if (RARE_BODIES.has(body)) return random.pick(["WHITE", "GREY"] as const);
  const color = random.pick(COMMON_COLORS);
  return COLORS.includes(color) ? color : "OTHER";
}

function weightedSeries(random: Random): DemoSeries {
  const total = DEMO_SERIES.reduce((sum, [, , , , weight]) => sum + weight, 0);
  let left = random.next() * total;
  for (const series of DEMO_SERIES) {
    left -= series[4];
    if (left < 0) return series;
  }
  return random.pick(DEMO_SERIES);
}

type Kind = Pick<Choice, "series" | "model">;

function drawn(catalogue: DemoCatalogue, random: Random): Kind {
  const series = weightedSeries(random);
  return { series, model: random.pick(catalogue.modelsOf(series)) };
}

/** One in so many vehicles is of a model that the market is never without. */
const CERTAIN_EVERY = 40;

function certain(index: number, catalogue: DemoCatalogue): Kind | undefined {
  if (index % CERTAIN_EVERY !== 0) return undefined;
  const wanted = DEMO_CERTAIN[(index / CERTAIN_EVERY) % DEMO_CERTAIN.length];
  const series = DEMO_SERIES.find(([, slug]) => slug === wanted?.series);
  const model = series && catalogue.modelsOf(series).find(({ name }) => name === wanted?.model);
  return model && { series, model };
}

/** Value after some years and kilometres: a steep first year, then a tenth a year. */
function askingPrice(newPriceThousand: number, age: number, km: number): number {
  const kept = age === 0 ? 0.97 : 0.9 * 0.925 ** (age - 1);
  const wear = 1 - Math.max(0, km - age * 15_000) / 900_000;
  const lira = newPriceThousand * 1_000 * kept * Math.max(0.7, wear);
  return Math.round(lira / 5_000) * 5_000 * 100;
}

function demoPlate(provinceCode: number, random: Random): string {
  const letter = () => random.pick([..."ABCDEFGHJKLMNPRSTUVYZ"]);
  return `${String(provinceCode).padStart(2, "0")}${letter()}${letter()}${letter()}${random.int(100, 999)}`;
}

function demoVin(random: Random): string {
  const signs = [..."ABCDEFGHJKLMNPRSTUVWXYZ0123456789"];
  return `NM0${Array.from({ length: 14 }, () => random.pick(signs)).join("")}`;
}

function panelsOf(age: number, random: Random): CreateVehicleInput["panels"] {
  const flawless = random.chance(age < 4 ? 0.7 : 0.35);
  return PANELS.map((panel) => {
    if (flawless || random.chance(0.82)) return { panel, state: "ORIGINAL" as const };
    return {
      panel,
      state: random.pick(["LOCAL_PAINT", "PAINTED", "PAINTED", "REPLACED"] as const),
    };
  });
}

function damageOf(random: Random): CreateVehicleInput["damageRecord"] {
  if (random.chance(0.55)) {
    return { status: "NONE", source: "SBM", queriedAt: `${THIS_YEAR}-10-15`, events: [] };
  }
  const amount = random.int(8, 180) * 1_000 * 100;
  const money = { amount, currency: "TRY" as const };
  return {
    status: "RECORDED",
    source: "SBM",
    queriedAt: `${THIS_YEAR}-10-15`,
    events: [{ date: `${THIS_YEAR - random.int(1, 4)}-06-12`, amount: money, kind: "COLLISION" }],
    totalAmount: money,
  };
}

interface Choice {
  series: DemoSeries;
  model: CatalogueModel;
  dealer: DemoDealer;
}

function featuresOf(newPriceThousand: number, random: Random): CreateVehicleInput["features"] {
  const { always, middle, top } = DEMO_FEATURES;
  const some = <T>(items: readonly T[], share: number) => items.filter(() => random.chance(share));
  const classShare = newPriceThousand > 4_000 ? 0.9 : 0.35;
  return [
    ...always,
    ...some(middle, newPriceThousand > 1_800 ? 0.85 : 0.5),
    ...some(top, classShare),
  ];
}

function describe({ series, model, dealer }: Choice, random: Random): CreateVehicleInput {
  const [, , bodyType, newPriceThousand] = series;
  const newest = Math.min(model.yearTo ?? THIS_YEAR, THIS_YEAR);
  const modelYear = random.int(Math.max(model.yearFrom, THIS_YEAR - 11, newest - 7), newest);
  const age = Math.max(0, THIS_YEAR - modelYear);
  const mileageKm = age === 0 ? random.int(6_200, 14_000) : age * random.int(9_000, 24_000);
  const price = { amount: askingPrice(newPriceThousand, age, mileageKm), currency: "TRY" as const };
  const trim = model.trims.length > 0 ? random.pick(model.trims) : undefined;
  return {
    makeId: model.makeId,
    seriesId: model.seriesId,
    modelId: model.id,
    trimId: trim?.id ?? null,
    modelYear,
    mileageKm,
    fuel: model.fuel,
    transmission: random.pick(model.transmissions),
    bodyType,
    color: colorFor(bodyType, random),
    price,
    drivetrain: model.drivetrain,
    engineCc: model.engineCc,
    powerHp: model.powerHp,
    plate: demoPlate(dealer.provinceCode, random),
    vin: demoVin(random),
    ownerCount: random.int(1, 3),
    firstRegistrationDate: `${modelYear}-0${random.int(1, 4)}-1${random.int(0, 9)}`,
    warrantyStated: true,
    warrantyUntil: age < 3 ? `${modelYear + 3}-06-30` : null,
    tradeIn: random.chance(0.4),
    panels: panelsOf(age, random),
    features: featuresOf(newPriceThousand, random),
    damageRecord: damageOf(random),
    expertise: {
      firm: random.pick(["Pilot Garage", "Oto Ekspertiz Merkezi", "TÜV SÜD D-Expert"]),
      date: `${THIS_YEAR}-11-10`,
      result: "Motor ve mekanik aksam sorunsuz; boya-değişen şemada.",
    },
    liens: "NONE",
    description: random.pick(DEMO_DESCRIPTIONS),
    lowestPrice: { amount: Math.round(price.amount * 0.94), currency: "TRY" },
    cost: { amount: Math.round(price.amount * 0.88), currency: "TRY" },
  };
}

/** Fills the demo galleries' stock through the service that a dealer's form calls. */
export async function createStock(
  platform: Platform,
  scene: {
    dealers: readonly DemoDealer[];
    catalogue: DemoCatalogue;
    random: Random;
    onProgress: (done: number) => void;
  },
): Promise<DemoVehicle[]> {
  const { dealers, catalogue, random, onProgress } = scene;
  const wanted = dealers.flatMap((dealer) => {
    const demo = DEMO_GALLERIES.find(({ name }) => name === dealer.name);
    return Array.from({ length: demo?.vehicles ?? 0 }, () => dealer);
  });
  const plans = wanted.map((dealer, index) => {
    const { model, series } = certain(index, catalogue) ?? drawn(catalogue, random);
    const input = describe({ series, model, dealer }, random);
    const createdAt = new Date(platform.now().getTime() - random.int(1, 90) * DAY_MS);
    return { dealer, input, createdAt };
  });
  const vehicles: DemoVehicle[] = [];
  await inTurns(plans, 4, async ({ dealer, input, createdAt }) => {
    const { vehicleId } = await createVehicle(asDealer(platform, dealer, createdAt), input);
    vehicles.push({
      vehicleId,
      dealer,
      createdAt,
      pictures: { bodyType: input.bodyType, color: input.color },
      priceAmount: input.price.amount,
    });
    onProgress(vehicles.length);
  });
  return vehicles;
}
