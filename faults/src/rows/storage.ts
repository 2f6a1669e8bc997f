import { setTimeout as pause } from "node:timers/promises";
import { countPhotos, PhotoLoad } from "../photos";
import type { Row } from "./row";

const PHOTOS = 60;

/** Photos go up beside the load of every row; `damage` happens in the middle of them. */
function withPhotos(name: string, modes: Row["modes"], damage: Row["damage"]): Row {
  let photos: PhotoLoad | undefined;
  return {
    name,
    modes,
    async damage(world, load) {
      const uploaders = load.signedIn();
      photos = new PhotoLoad(load.client, uploaders);
      await Promise.all([photos.run(PHOTOS), damage(world, load)]);
    },
    async extra(world) {
      const { doubled, lost, uploaded } = await countPhotos(world, photos?.mediaIds ?? []);
      return { operations: uploaded, doubled, lost: lost + (PHOTOS - uploaded) };
    },
  };
}

/** The object storage dies while photos go up and are made smaller. */
export const storageAway = withPhotos(
  "storage: kill -9, away for 10 s, with photos",
  ["cluster"],
  async ({ services }, load) => {
    await load.reached(0.2);
    await services?.storage.kill();
    await pause(10_000);
    await services?.storage.restart();
  },
);

/** Workers die while they make photos smaller. */
export const photoWorkerKilled = withPhotos(
  "worker: kill -9 among photos, three times",
  ["single", "cluster"],
  async ({ workers }, load) => {
    for (const share of [0.2, 0.5, 0.8]) {
      await load.reached(share);
      for (const worker of workers) worker.kill();
    }
    await Promise.all(workers.map((worker) => worker.whenReady()));
  },
);

/** The disk is full while photos go up; the room comes back after a while. */
export const diskFull: Row = {
  ...withPhotos("disk: full for photos, for 5 s", ["single"], async ({ disk }, load) => {
    await load.reached(0.2);
    disk?.fill();
    await pause(5_000);
    disk?.empty();
  }),
  impossible: ({ disk }) => (disk ? undefined : "only root may mount a small disk"),
};
