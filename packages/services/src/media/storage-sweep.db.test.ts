import { newId } from "@oto/db";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { createVehicle } from "../inventory/create-vehicle.service";
import { createDealerContext, createTestPlatform } from "../testing";
import type { TestPlatform } from "../testing/platform";
import type { TestChain } from "../testing/stock.factory";
import {
  addPhotos,
  createChain,
  fullVehicleInput,
  processUpload,
  testPhoto,
  uploadPhoto,
} from "../testing/stock.factory";
import { listMedia, removeMedia } from "./arrange.service";
import { sweepStorage } from "./storage-sweep.service";
import { createUpload } from "./upload.service";

const DAY = 24 * 3_600_000;
const JPEG = { contentType: "image/jpeg" };

let test: TestPlatform;
let chain: TestChain;
let ctx: DealerContext;
let vehicleId: string;
let mediaId: string;

beforeAll(async () => {
  test = await createTestPlatform();
  chain = await createChain(test.platform);
});
afterAll(() => test.close());

beforeEach(async () => {
  ctx = await createDealerContext(test.platform);
  ({ vehicleId } = await createVehicle(ctx, fullVehicleInput(chain)));
  [mediaId = ""] = await addPhotos(ctx, vehicleId, 1);
});

const storage = () => test.platform.adapters.storage;
const sweep = (options = {}) => sweepStorage(test.platform, options);

async function keysOf(prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage().list(prefix)) keys.push(key);
  return keys;
}

const originalOf = (id: string) => `private/originals/${ctx.gallery.id}/${vehicleId}/${id}`;
const picturesOf = (id: string) => keysOf(`public/media/${id}/`);
const stateOf = async (id: string) =>
  (await listMedia(ctx, { vehicleId })).items.find((item) => item.mediaId === id);

async function uploadedCount(id: string): Promise<number> {
  const { rows } = await test.platform.database.pool.query<{ n: number }>(
    "select count(*)::int as n from outbox_event where aggregate_id = $1 and name = 'media.uploaded'",
    [id],
  );
  return rows[0]?.n ?? -1;
}

describe("orphans", () => {
  const strays = () => [
    `private/originals/${ctx.gallery.id}/${vehicleId}/${newId()}`,
    `public/media/${newId()}/abc/640.avif`,
    `public/media/${mediaId}/another-hash/640.avif`,
    "public/media/0000/odd",
  ];

  it("are left while they may be somebody's upload, then counted, then removed", async () => {
    const pending = await createUpload(ctx, {
      ...{ vehicleId, fileName: "a.jpg", contentType: "image/jpeg", size: 3 },
    });
    await storage().put(originalOf(pending.mediaId), Buffer.from("abc"), JPEG);
    const keys = strays();
    const other = `private/exports/${newId()}/data.zip`;
    for (const key of [...keys, other]) await storage().put(key, Buffer.from("stray"), JPEG);
    expect(await sweep()).toMatchObject({ orphans: 0, removed: 0, young: keys.length, others: 1 });
    test.clock.advance(2 * DAY + 60_000);
    const dry = await sweep({ dryRun: true });
    expect(dry).toMatchObject({ orphans: keys.length, orphanBytes: keys.length * 5, removed: 0 });
    const wet = await sweep();
    expect(wet).toMatchObject({ orphans: keys.length, removed: keys.length, young: 0, others: 1 });
    expect(wet).toMatchObject({ picturesMissing: 0, originalsMissing: 0 });
    for (const key of keys) expect(await storage().stat(key), key).toBeNull();
    expect(await storage().stat(other)).not.toBeNull();
    expect(await storage().stat(originalOf(pending.mediaId))).not.toBeNull();
    expect(await picturesOf(mediaId)).toHaveLength(3);
    expect((await sweep()).orphans).toBe(0);
    await storage().remove([other]);
  });

  it("are not what a photo has lent to another one, nor what a worker makes just now", async () => {
    const lentId = newId();
    await test.platform.database.unsafeSystem("a test lends pictures").write(
      (tx) => tx.$executeRaw`
        insert into media (id, gallery_id, vehicle_id, status, file_name, content_type, size,
          original_key, position, variants)
        select ${lentId}::uuid, gallery_id, vehicle_id, status, file_name, content_type, size,
          original_key, position + 1, variants from media where id = ${mediaId}::uuid`,
    );
    await test.platform.database
      .unsafeSystem("a test takes the lender away")
      .write((tx) => tx.media.deleteMany({ where: { id: mediaId } }));
    const working = await uploadPhoto(ctx, vehicleId, await testPhoto());
    const made = `public/media/${working}/hash/640.avif`;
    await storage().put(made, Buffer.from("made"), JPEG);
    test.clock.advance(3 * DAY);
    expect(await sweep()).toMatchObject({ orphans: 0, removed: 0, picturesMissing: 0 });
    expect(await picturesOf(mediaId)).toHaveLength(3);
    expect(await storage().stat(made)).not.toBeNull();
    await processUpload(ctx, { vehicleId, mediaId: working });
    expect((await sweep()).removed).toBe(1);
    expect((await stateOf(working))?.status).toBe("READY");
    await removeMedia(ctx, { mediaId: lentId });
    await sweep();
    expect(await picturesOf(mediaId)).toEqual([]);
  });
});

describe("photos without files", () => {
  it("are made anew from their original", async () => {
    const [picture = ""] = await picturesOf(mediaId);
    await storage().remove([picture]);
    expect(await sweep({ dryRun: true })).toMatchObject({ picturesMissing: 1, remade: 0 });
    expect((await stateOf(mediaId))?.status).toBe("READY");
    expect(await sweep()).toMatchObject({ picturesMissing: 1, remade: 1, givenUp: 0 });
    expect((await stateOf(mediaId))?.status).toBe("PROCESSING");
    expect(await uploadedCount(mediaId)).toBe(2);
    expect((await sweep()).picturesMissing).toBe(0);
    await processUpload(ctx, { vehicleId, mediaId });
    expect(await stateOf(mediaId)).toMatchObject({ status: "READY", isCover: true });
    expect(await storage().stat(picture)).not.toBeNull();
  });

  it("are given up when the original is gone too; another photo becomes the cover", async () => {
    const [second = ""] = await addPhotos(ctx, vehicleId, 1);
    await storage().remove([originalOf(mediaId)]);
    expect(await sweep()).toMatchObject({ originalsMissing: 1, picturesMissing: 0 });
    expect((await stateOf(mediaId))?.status).toBe("READY");
    await storage().remove(await picturesOf(mediaId));
    expect(await sweep()).toMatchObject({ picturesMissing: 1, remade: 0, givenUp: 1 });
    expect(await stateOf(mediaId)).toMatchObject({
      status: "FAILED",
      failureReason: "media.not_uploaded",
      isCover: false,
    });
    expect(await stateOf(second)).toMatchObject({ status: "READY", isCover: true });
  });
});

it("finds the same in short stretches as in one", async () => {
  const before = await sweep({ dryRun: true });
  const ids = await addPhotos(ctx, vehicleId, 4);
  const [first = "", second = "", third = ""] = ids;
  await storage().remove(await picturesOf(second));
  await storage().remove([originalOf(third)]);
  for (const key of ["public/media/0/a", `public/media/${first}/x/1.avif`, "public/media/g/a"]) {
    await storage().put(key, Buffer.from("stray"), JPEG);
  }
  for (const name of ["0", `${first}0`, "z"]) {
    await storage().put(`private/originals/${name}`, Buffer.from("stray"), JPEG);
  }
  test.clock.advance(10 * DAY);
  const whole = await sweep({ dryRun: true });
  expect(whole.orphans - before.orphans).toBe(6);
  expect(whole.picturesMissing - before.picturesMissing).toBe(1);
  expect(whole.originalsMissing - before.originalsMissing).toBe(1);
  for (const photosAtOnce of [1, 2, 3]) {
    expect(await sweep({ dryRun: true, photosAtOnce })).toEqual(whole);
  }
  expect(await sweep({ photosAtOnce: 1 })).toMatchObject({ removed: whole.orphans, remade: 1 });
});

it("stops when told to", async () => {
  const report = await sweep({ signal: AbortSignal.abort() });
  expect(report).toMatchObject({ objects: 0, photos: 0 });
});
