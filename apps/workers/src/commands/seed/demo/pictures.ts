import { setTimeout as wait } from "node:timers/promises";
import type { Prisma } from "@oto/db";
import { newId } from "@oto/db";
import { pictureSet } from "@oto/db/seed";
import type { Platform } from "@oto/services";
import { completeUpload, createUpload } from "@oto/services/media";
import type { DemoDealer } from "./contexts";
import { asDealer, inTurns } from "./contexts";
import type { DemoVehicle } from "./stock";

const REASON = "demo pictures are shared between galleries";
/** How many vehicles of the first two galleries get photos of their own, watermark included. */
const OWN_PHOTOS = 3;

interface Album {
  /** The vehicle whose photos really are uploaded. */
  first: DemoVehicle;
  /** The others of the same body and colour. */
  others: DemoVehicle[];
  seed: number;
}

/** One album per body and colour, and one for each of a few vehicles of the demo sign-ins. */
function albumsOf(vehicles: readonly DemoVehicle[], dealers: readonly DemoDealer[]): Album[] {
  const shown = dealers.slice(0, 2);
  const own = shown.flatMap((dealer) =>
    vehicles.filter((v) => v.dealer === dealer).slice(0, OWN_PHOTOS),
  );
  const byLook = new Map<string, DemoVehicle[]>();
  for (const vehicle of vehicles) {
    if (own.includes(vehicle)) continue;
    const look = `${vehicle.pictures.bodyType}-${vehicle.pictures.color}`;
    byLook.set(look, [...(byLook.get(look) ?? []), vehicle]);
  }
  const shared = [...byLook.values()].flatMap(([...group]) => {
    // A gallery with a watermark must not lend its pictures out.
    const first = group.find((v) => !shown.includes(v.dealer));
    return first ? [{ first, others: group.filter((v) => v !== first) }] : [];
  });
  // Most wanted first: every set that is ready fills many cards.
  const wanted = shared.toSorted((a, b) => b.others.length - a.others.length);
  return [...wanted, ...own.map((first) => ({ first, others: [] }))].map((album, seed) => ({
    ...album,
    seed,
  }));
}

async function upload(platform: Platform, vehicle: DemoVehicle, seed: number): Promise<void> {
  // Now, not when the vehicle came in: uploads that look old and unfinished are swept away.
  const ctx = asDealer(platform, vehicle.dealer);
  const pictures = await pictureSet({ ...vehicle.pictures, seed });
  for (const [index, { buffer }] of pictures.entries()) {
    const { mediaId, upload: target } = await createUpload(ctx, {
      vehicleId: vehicle.vehicleId,
      fileName: `foto-${index + 1}.jpg`,
      contentType: "image/jpeg",
      size: buffer.length,
    });
    const answer = await fetch(target.url, {
      method: target.method,
      headers: target.headers,
      body: new Uint8Array(buffer),
    });
    if (!answer.ok) throw new Error(`upload of a demo picture answered ${answer.status}`);
    await completeUpload(ctx, { mediaId });
  }
}

async function readyPhotos(platform: Platform, vehicleId: string) {
  const db = platform.database.unsafeSystem(REASON);
  return db.read((tx) => tx.media.findMany({ where: { vehicleId }, orderBy: { position: "asc" } }));
}

/** Waits until the workers are through with every photo of a vehicle. */
async function processed(platform: Platform, vehicleId: string) {
  for (;;) {
    const photos = await readyPhotos(platform, vehicleId);
    if (photos.every(({ status }) => status === "READY" || status === "FAILED")) return photos;
    await wait(200);
  }
}

async function share(
  platform: Platform,
  album: Album,
  photos: Awaited<ReturnType<typeof readyPhotos>>,
): Promise<void> {
  const ready = photos.filter(({ status }) => status === "READY");
  const rows = album.others.flatMap(({ vehicleId, dealer }) =>
    ready.map((photo) => ({
      ...photo,
      id: newId(),
      galleryId: dealer.galleryId,
      vehicleId,
      variants: photo.variants as Prisma.InputJsonValue,
    })),
  );
  await platform.database.unsafeSystem(REASON).write((tx) => tx.media.createMany({ data: rows }));
}

/**
 * Draws pictures, uploads them as a dealer's browser would and lets the workers process them.
 * `onReady` is told of every vehicle that has its photos.
 */
export async function addPictures(
  platform: Platform,
  scene: {
    vehicles: readonly DemoVehicle[];
    dealers: readonly DemoDealer[];
    onReady: (vehicles: DemoVehicle[]) => Promise<void>;
  },
): Promise<void> {
  const albums = albumsOf(scene.vehicles, scene.dealers);
  // Two at once: while the workers process one set, the next one is being drawn.
  await inTurns(albums, 3, async (album) => {
    await upload(platform, album.first, album.seed);
    const photos = await processed(platform, album.first.vehicleId);
    await share(platform, album, photos);
    await scene.onReady([album.first, ...album.others]);
  });
}
