import sharp from "sharp";
import type { Camera } from "./camera";
import { horizonRow, mirroredCamera, scaledCamera } from "./camera";
import type { Car } from "./car";
import type { Layer } from "./car-pass";
import { drawCar } from "./car-pass";
import { develop, encode, PICTURE_HEIGHT, PICTURE_WIDTH } from "./develop";
import type { Environment } from "./environment";
import { createEnvironment } from "./environment";
import { drawGround } from "./ground-pass";
import type { CarPaint } from "./palette";
import type { Random } from "./random";
import { createRandom } from "./random";
import { sceneOf } from "./scenes";
import type { Light, Scene, SceneName } from "./scenes/scene";
import { createShader } from "./shading";
import type { ShadowMap } from "./shadow-map";
import { castShadow } from "./shadow-map";

/** Surroundings are out of focus, so they are drawn small; so is the mirror image on the road. */
const BACK_SCALE = 0.5;
const MIRROR_SCALE = 0.4;

/** Everything that decides one exterior photograph. */
export interface Shot {
  car: Car;
  camera: Camera;
  paint: CarPaint;
  scene: SceneName;
  rim: Light;
  caliper: Light;
  seed: string;
}

const environments = new Map<SceneName, Environment>();

function environmentOf(name: SceneName): Environment {
  const known = environments.get(name);
  if (known) return known;
  const made = createEnvironment(sceneOf(name));
  environments.set(name, made);
  return made;
}

/** Draws what lies behind the car, softened as by a lens that is focused on the car. */
async function drawBackdrop(scene: Scene, camera: Camera, random: Random): Promise<Layer> {
  const width = PICTURE_WIDTH * BACK_SCALE;
  const height = PICTURE_HEIGHT * BACK_SCALE;
  const content = scene.backdrop({ width, height, horizon: horizonRow(camera) }, random);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`;
  const data = await sharp(Buffer.from(svg))
    .flatten({ background: "#808080" })
    .blur(scene.blur)
    .raw()
    .toBuffer();
  const rgba = new Float32Array(width * height * 4);
  for (let i = 0, j = 0; i < rgba.length; i += 4, j += 3) {
    for (let k = 0; k < 3; k += 1) rgba[i + k] = data[j + k] ?? 0;
    rgba[i + 3] = 1;
  }
  return { width, height, rgba };
}

function sunShadow(shot: Shot, scene: Scene): ShadowMap | null {
  if (!scene.shadow) return null;
  const { right, forward } = shot.camera;
  const level = Math.hypot(forward[0], forward[1]);
  const [across, away] = scene.shadow;
  return castShadow(shot.car.parts, {
    length: shot.car.shape.length,
    slant: [
      across * right[0] + (away * forward[0]) / level,
      across * right[1] + (away * forward[1]) / level,
    ],
    below: 9,
    soft: 0.05,
  });
}

/** Renders one exterior photograph as JPEG bytes. */
export async function photograph(shot: Shot): Promise<Buffer> {
  const { car, camera, paint, rim, caliper } = shot;
  const random = createRandom(`${shot.seed}/picture`);
  const scene = sceneOf(shot.scene);
  const backCamera = scaledCamera(camera, BACK_SCALE);
  const back = await drawBackdrop(scene, backCamera, random);
  const environment = environmentOf(shot.scene);
  const { parts, shape } = car;
  const view = (eye: Camera, size: readonly [number, number]): Layer => {
    const shader = createShader({ car, camera: eye, environment, paint, rim, caliper });
    return drawCar({ parts, camera: eye, shader, exposure: scene.exposure }, size);
  };
  const mirror = mirroredCamera(scaledCamera(camera, MIRROR_SCALE));
  const straight = { length: shape.length, slant: [0, 0] } as const;
  drawGround(
    {
      scene,
      camera: backCamera,
      center: [shape.length / 2, 0],
      contact: castShadow(parts, { ...straight, below: 0.42, soft: 0.12 }),
      around: castShadow(parts, { ...straight, below: 9, soft: 0.5 }),
      sun: sunShadow(shot, scene),
      mirrored:
        scene.gloss > 0.1
          ? view(mirror, [PICTURE_WIDTH * MIRROR_SCALE, PICTURE_HEIGHT * MIRROR_SCALE])
          : null,
    },
    back,
  );
  const front = view(camera, [PICTURE_WIDTH, PICTURE_HEIGHT]);
  return encode(develop({ back, front }, random));
}
