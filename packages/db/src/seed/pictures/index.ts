import type { BodyType, Color } from "@oto/domain";
import { photographInterior } from "./cabin/interior";
import { modelOf } from "./model-cache";
import { CAR_PAINTS } from "./palette";
import { photograph } from "./photograph";
import { createRandom, pick } from "./random";
import type { SceneName } from "./scenes/scene";
import { SCENES } from "./scenes/scene";
import type { PictureView } from "./views";
import { cameraFor, PICTURE_VIEWS } from "./views";

export type { SceneName } from "./scenes/scene";
export { PICTURE_VIEWS, type PictureView } from "./views";

export interface PictureRequest {
  bodyType: BodyType;
  color: Color;
  view: PictureView;
  scene: SceneName;
  /** Pictures of one seed show one car in one place. */
  seed: string | number;
}

export interface CarPicture {
  view: PictureView;
  /** JPEG, 1600 by 1200. */
  buffer: Buffer;
}

/**
 * Renders one picture of an invented car: JPEG bytes, 1600 by 1200 pixels. The same request gives
 * the same bytes. The car belongs to no maker; its number plate is blank.
 */
export async function renderPicture(request: PictureRequest): Promise<Buffer> {
  const { bodyType, color, view, scene } = request;
  const seed = String(request.seed);
  if (view === "INTERIOR") return photographInterior(scene, seed);
  const { car, rim, caliper } = await modelOf(bodyType, seed);
  const camera = cameraFor(view, car.shape, createRandom(`${seed}/${view}`));
  return photograph({ car, camera, paint: CAR_PAINTS[color], scene, rim, caliper, seed });
}

/** The four or five pictures of one car's listing, all in one place, best view first. */
export async function pictureSet(
  request: Pick<PictureRequest, "bodyType" | "color" | "seed">,
): Promise<CarPicture[]> {
  const random = createRandom(`${request.seed}/set`);
  const scene = pick(random, SCENES);
  const views = random() < 0.6 ? PICTURE_VIEWS : PICTURE_VIEWS.slice(0, 4);
  const out: CarPicture[] = [];
  for (const view of views) {
    out.push({ view, buffer: await renderPicture({ ...request, view, scene }) });
  }
  return out;
}
