import { DUSK_STREET } from "./dusk-street";
import { FORECOURT } from "./forecourt";
import type { Scene, SceneName } from "./scene";
import { SEASIDE } from "./seaside";
import { SHOWROOM } from "./showroom";

const BY_NAME: Record<SceneName, Scene> = { SHOWROOM, DUSK_STREET, FORECOURT, SEASIDE };

export function sceneOf(name: SceneName): Scene {
  return BY_NAME[name];
}
