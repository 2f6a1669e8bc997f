import type { BodyType } from "@oto/domain";
import type { Car } from "./car";
import { buildCar } from "./car";
import type { CarStyle } from "./drawings/style";
import { createRandom, pick } from "./random";
import type { Light } from "./scenes/scene";

/** A car with the choices that its seed made: two cars of one seed are the same car. */
export interface Model {
  car: Car;
  rim: Light;
  caliper: Light;
}

/** Drawings take some 20 MB a model, and the pictures of one car are made one after another. */
const KEPT_MODELS = 2;

const SILVER: Light = [0.62, 0.63, 0.65];
const ANTHRACITE: Light = [0.2, 0.205, 0.215];
const BLACK: Light = [0.07, 0.07, 0.075];

const kept = new Map<string, Promise<Model>>();

const WORKHORSES: readonly BodyType[] = ["VAN", "PICKUP", "MPV"];

async function makeModel(bodyType: BodyType, seed: string): Promise<Model> {
  const random = createRandom(`${seed}/model`);
  const plain = WORKHORSES.includes(bodyType);
  const style: CarStyle = {
    grille: pick(random, [0, 1, 1, 3, 2]),
    lamps: pick(random, [0, 1, 2]),
    lightBar: !plain && random() < 0.45,
    chrome: random() < 0.45,
    glassRoof: !plain && random() < 0.35,
  };
  const rimKind = plain ? pick(random, [1, 2, 4]) : pick(random, [0, 1, 2, 3]);
  const rim = pick(random, [SILVER, SILVER, ANTHRACITE, BLACK]);
  const caliper: Light = random() < 0.2 ? [0.45, 0.015, 0.02] : [0.09, 0.09, 0.095];
  return { car: await buildCar(bodyType, style, rimKind), rim, caliper };
}

/** The model of a seed; the last few are kept. */
export function modelOf(bodyType: BodyType, seed: string): Promise<Model> {
  const key = `${bodyType}/${seed}`;
  const known = kept.get(key);
  if (known) return known;
  const made = makeModel(bodyType, seed);
  kept.set(key, made);
  for (const old of kept.keys()) {
    if (kept.size <= KEPT_MODELS) break;
    kept.delete(old);
  }
  return made;
}
