import { StorageUnavailableError } from "@oto/adapters";
import { isDomainError } from "@oto/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { createVehicle } from "../inventory/create-vehicle.service";
import { getVehicle } from "../inventory/get-vehicle.service";
import { publishVehicle } from "../inventory/vehicle-state.service";
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
import { listMedia, removeMedia, reorderMedia, setCover } from "./arrange.service";
import { removeMediaFiles, sweepAbandonedUploads } from "./cleanup.service";
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from "./media-limits";
import { prepareMedia, settleMedia } from "./process-media.service";
import { reviveStuckMedia } from "./stuck.service";
import { completeUpload, createUpload } from "./upload.service";

let test: TestPlatform;
let chain: TestChain;
let ctx: DealerContext;
let photo: Buffer;

beforeAll(async () => {
  test = await createTestPlatform();
  chain = await createChain(test.platform);
  ctx = await createDealerContext(test.platform);
  photo = await testPhoto();
});
afterAll(() => test.close());

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return isDomainError(error) ? error.reason : `no refusal: ${String(error)}`;
}

const stocked = async (dealer = ctx) =>
  (await createVehicle(dealer, fullVehicleInput(chain))).vehicleId;

const asked = (vehicleId: string, overrides = {}) => ({
  vehicleId,
  fileName: "foto.jpg",
  contentType: "image/jpeg",
  size: photo.length,
  ...overrides,
});

async function eventsOf(aggregateId: string): Promise<string[]> {
  const { rows } = await test.platform.database.pool.query<{ name: string }>(
    "select name from outbox_event where aggregate_id = $1 order by seq",
    [aggregateId],
  );
  return rows.map(({ name }) => name);
}

async function filesOf(prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of ctx.adapters.storage.list(prefix)) keys.push(key);
  return keys.sort();
}

const db = () => test.platform.database.unsafeSystem("a test acts for the worker");

describe("upload", () => {
  it("takes a photo from the browser's hands to the worker's, once", async () => {
    const vehicleId = await stocked();
    const { mediaId, upload } = await createUpload(ctx, asked(vehicleId));
    expect(upload).toMatchObject({
      method: "PUT",
      url: expect.stringMatching(/^http/),
      headers: { "content-type": "image/jpeg" },
    });
    expect(await reasonOf(completeUpload(ctx, { mediaId }))).toBe("media.not_uploaded");
    const key = `private/originals/${ctx.gallery.id}/${vehicleId}/${mediaId}`;
    await ctx.adapters.storage.put(key, photo.subarray(1), { contentType: "image/jpeg" });
    expect(await reasonOf(completeUpload(ctx, { mediaId }))).toBe("media.not_uploaded");
    await ctx.adapters.storage.put(key, photo, { contentType: "image/jpeg" });
    const answers = await Promise.all([1, 2, 3].map(() => completeUpload(ctx, { mediaId })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["PROCESSING"]));
    expect(await eventsOf(mediaId)).toEqual(["media.uploaded"]);
  });

  it("says so while the storage is away, and takes the photo afterwards", async () => {
    const vehicleId = await stocked();
    const { mediaId } = await createUpload(ctx, asked(vehicleId));
    const away = Object.assign(Object.create(ctx.adapters.storage), {
      stat: () => Promise.reject(new StorageUnavailableError("away")),
    });
    const without = { ...ctx, adapters: { ...ctx.adapters, storage: away } };
    expect(await reasonOf(completeUpload(without, { mediaId }))).toBe("system.unavailable");
    const key = `private/originals/${ctx.gallery.id}/${vehicleId}/${mediaId}`;
    await ctx.adapters.storage.put(key, photo, { contentType: "image/jpeg" });
    expect((await completeUpload(ctx, { mediaId })).status).toBe("PROCESSING");
  });

  it("refuses types, sizes and numbers beyond the limits", async () => {
    const vehicleId = await stocked();
    const reason = (overrides: object) => reasonOf(createUpload(ctx, asked(vehicleId, overrides)));
    expect(await reason({ contentType: "image/svg+xml" })).toBe("media.type_not_allowed");
    expect(await reason({ contentType: "application/pdf" })).toBe("media.type_not_allowed");
    expect(await reason({ size: MAX_PHOTO_BYTES + 1 })).toBe("media.too_large");
    const reasons = await Promise.all(Array.from({ length: MAX_PHOTOS + 6 }, () => reason({})));
    expect(reasons.filter((one) => one === "media.too_many")).toHaveLength(6);
    const { items } = await listMedia(ctx, { vehicleId });
    expect(items.map(({ position }) => position)).toEqual([...Array(MAX_PHOTOS).keys()]);
  });
});

describe("the worker", () => {
  it("makes a photo READY, the first one the cover, and tells", async () => {
    const vehicleId = await stocked();
    const [first = "", second = ""] = await addPhotos(ctx, vehicleId, 2);
    const { media, version } = await getVehicle(ctx, { vehicleId });
    expect(media).toMatchObject([
      {
        mediaId: first,
        status: "READY",
        isCover: true,
        width: 64,
        height: 48,
        failureReason: null,
      },
      { mediaId: second, status: "READY", isCover: false },
    ]);
    expect(version).toBe(3);
    expect(await eventsOf(first)).toEqual(["media.uploaded", "media.ready"]);
    const variant = media[0]?.variants[0];
    expect(variant).toMatchObject({ format: "avif", width: 64, height: 48 });
    expect(variant?.url).toContain(`/storage/public/media/${first}/`);
    expect(await filesOf(`public/media/${first}/`)).toHaveLength(3);
  });

  it("counts once when an event comes twice, also at the same time", async () => {
    const vehicleId = await stocked();
    const mediaId = await uploadPhoto(ctx, vehicleId, photo);
    await Promise.all([1, 2, 3].map(() => processUpload(ctx, { vehicleId, mediaId })));
    await processUpload(ctx, { vehicleId, mediaId });
    expect(await eventsOf(mediaId)).toEqual(["media.uploaded", "media.ready"]);
    expect(await filesOf(`public/media/${mediaId}/`)).toHaveLength(3);
    expect((await getVehicle(ctx, { vehicleId })).version).toBe(2);
  });

  it("works on the photos of one vehicle side by side without losing one", async () => {
    const vehicleId = await stocked();
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => uploadPhoto(ctx, vehicleId, photo)),
    );
    await Promise.all(ids.map((mediaId) => processUpload(ctx, { vehicleId, mediaId })));
    const { items } = await listMedia(ctx, { vehicleId });
    expect(items.every(({ status }) => status === "READY")).toBe(true);
    expect(items.filter(({ isCover }) => isCover)).toHaveLength(1);
  });

  it.each([
    ["plain text called .jpg", Buffer.from("merhaba"), "media.mismatched_type"],
    ["a photo cut short", null, "media.unreadable"],
  ] as const)("fails %s with its reason, without a retry", async (_title, file, reason) => {
    const vehicleId = await stocked();
    const bytes = file ?? photo.subarray(0, photo.length / 2);
    const mediaId = await uploadPhoto(ctx, vehicleId, bytes);
    const sibling = await uploadPhoto(ctx, vehicleId, photo);
    await processUpload(ctx, { vehicleId, mediaId });
    await processUpload(ctx, { vehicleId, mediaId: sibling });
    const { items } = await listMedia(ctx, { vehicleId });
    expect(items).toMatchObject([
      { status: "FAILED", failureReason: reason, failureText: expect.stringMatching(/\./) },
      { status: "READY", isCover: true },
    ]);
    expect(await eventsOf(mediaId)).toEqual(["media.uploaded", "media.failed"]);
  });

  it("fails a photo whose file is gone", async () => {
    const vehicleId = await stocked();
    const mediaId = await uploadPhoto(ctx, vehicleId, photo);
    await ctx.adapters.storage.remove(await filesOf(`private/originals/${ctx.gallery.id}/`));
    await processUpload(ctx, { vehicleId, mediaId });
    const { items } = await listMedia(ctx, { vehicleId });
    expect(items[0]?.failureReason).toBe("media.not_uploaded");
  });

  it("leaves nothing behind of a photo removed while it worked", async () => {
    const vehicleId = await stocked();
    const mediaId = await uploadPhoto(ctx, vehicleId, photo);
    const payload = { mediaId, vehicleId, galleryId: ctx.gallery.id };
    const prepared = await prepareMedia(ctx, payload);
    await removeMedia(ctx, { mediaId });
    await removeMediaFiles(ctx, { mediaId, keys: [] });
    // The worker's files came after the clean-up.
    await prepareMedia(ctx, payload);
    await db().write((tx) => settleMedia(ctx, tx, { ...payload, prepared }));
    expect(await eventsOf(mediaId)).toEqual(["media.uploaded", "media.removed", "media.removed"]);
    await removeMediaFiles(ctx, { mediaId, keys: [] });
    expect(await filesOf(`public/media/${mediaId}/`)).toEqual([]);
  });
});

describe("arranging", () => {
  it("reorders by a full list only", async () => {
    const vehicleId = await stocked();
    const ids = await addPhotos(ctx, vehicleId, 3);
    const reversed = [...ids].reverse();
    const { items } = await reorderMedia(ctx, { vehicleId, mediaIds: reversed });
    expect(items.map(({ mediaId }) => mediaId)).toEqual(reversed);
    const [foreign = ""] = await addPhotos(ctx, await stocked(), 1);
    for (const mediaIds of [
      ids.slice(1),
      [...ids, foreign],
      [...ids.slice(1), foreign],
      [ids[0] ?? "", ids[0] ?? "", ids[1] ?? ""],
    ]) {
      expect(await reasonOf(reorderMedia(ctx, { vehicleId, mediaIds }))).toBe("input.invalid");
    }
    expect((await eventsOf(vehicleId)).at(-1)).toBe("media.arranged");
  });

  it("has one cover, which is READY, and finds another one when it goes", async () => {
    const vehicleId = await stocked();
    const [first = "", second = "", third = ""] = await addPhotos(ctx, vehicleId, 3);
    const waiting = await uploadPhoto(ctx, vehicleId, photo);
    expect(await reasonOf(setCover(ctx, { mediaId: waiting }))).toBe("media.wrong_state");
    await Promise.all([second, third, second].map((mediaId) => setCover(ctx, { mediaId })));
    await setCover(ctx, { mediaId: third });
    const covers = async () => {
      const { items } = await listMedia(ctx, { vehicleId });
      return items.filter(({ isCover }) => isCover).map(({ mediaId }) => mediaId);
    };
    expect(await covers()).toEqual([third]);
    const { items } = await removeMedia(ctx, { mediaId: third });
    expect(await covers()).toEqual([first]);
    expect(items.map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  it("removes the row at once and the files soon after", async () => {
    const vehicleId = await stocked();
    const [mediaId = ""] = await addPhotos(ctx, vehicleId, 1);
    await removeMedia(ctx, { mediaId });
    const { rows } = await test.platform.database.pool.query<{ payload: { keys: string[] } }>(
      "select payload from outbox_event where aggregate_id = $1 and name = 'media.removed'",
      [mediaId],
    );
    const keys = rows[0]?.payload.keys ?? [];
    expect(keys).toHaveLength(4);
    await removeMediaFiles(ctx, { mediaId, keys });
    await removeMediaFiles(ctx, { mediaId, keys });
    for (const key of keys) expect(await ctx.adapters.storage.stat(key)).toBeNull();
  });

  it("keeps as many photos on the market as the gate asks for", async () => {
    const vehicleId = await stocked();
    const ids = await addPhotos(ctx, vehicleId, 4);
    await publishVehicle(ctx, { vehicleId });
    await removeMedia(ctx, { mediaId: ids[0] ?? "" });
    expect(await reasonOf(removeMedia(ctx, { mediaId: ids[1] ?? "" }))).toBe("publish.blocked");
    expect((await listMedia(ctx, { vehicleId })).items).toHaveLength(3);
  });
});

describe("another gallery", () => {
  it("finds no photo and no vehicle to add one to", async () => {
    const vehicleId = await stocked();
    const [mediaId = ""] = await addPhotos(ctx, vehicleId, 1);
    const stranger = await createDealerContext(test.platform);
    const onVehicle = [
      createUpload(stranger, asked(vehicleId)),
      listMedia(stranger, { vehicleId }),
      reorderMedia(stranger, { vehicleId, mediaIds: [mediaId] }),
    ];
    expect(new Set(await Promise.all(onVehicle.map(reasonOf)))).toEqual(
      new Set(["inventory.not_found"]),
    );
    const onPhoto = [
      completeUpload(stranger, { mediaId }),
      setCover(stranger, { mediaId }),
      removeMedia(stranger, { mediaId }),
    ];
    expect(new Set(await Promise.all(onPhoto.map(reasonOf)))).toEqual(new Set(["media.not_found"]));
  });
});

describe("abandoned uploads", () => {
  it("are forgotten after a day, with what came of their file", async () => {
    const vehicleId = await stocked();
    const { mediaId: old } = await createUpload(ctx, asked(vehicleId));
    const kept = await uploadPhoto(ctx, vehicleId, photo);
    test.clock.advance(25 * 3_600_000);
    const { mediaId: young } = await createUpload(ctx, asked(vehicleId));
    const signal = new AbortController().signal;
    expect(await sweepAbandonedUploads(test.platform, signal)).toBeGreaterThan(0);
    expect(await sweepAbandonedUploads(test.platform, signal)).toBe(0);
    const { items } = await listMedia(ctx, { vehicleId });
    expect(items.map(({ mediaId }) => mediaId)).toEqual([kept, young]);
    expect(await eventsOf(old)).toEqual(["media.removed"]);
  });
});

describe("photos that the workers gave up on", () => {
  const buried = async (vehicleId: string) => {
    const mediaId = await uploadPhoto(ctx, vehicleId, photo);
    const message = { payload: { mediaId, vehicleId, galleryId: ctx.gallery.id } };
    await test.platform.database.pool.query(
      `insert into dead_letter (id, consumer_id, event_id, event_name, message, cause, attempts, created_at)
       values (gen_random_uuid(), 'process-media-when-uploaded', gen_random_uuid(), 'media.uploaded',
         $1, 'Error: disk full', 4, $2)`,
      [JSON.stringify(message), ctx.now()],
    );
    return mediaId;
  };

  it("are tried again after a rest, and fail after a day", async () => {
    const vehicleId = await stocked();
    const mediaId = await buried(vehicleId);
    expect(await reviveStuckMedia(test.platform)).toBe(0);
    test.clock.advance(600_000);
    expect(await reviveStuckMedia(test.platform)).toBe(1);
    expect(await reviveStuckMedia(test.platform)).toBe(0);
    expect(await eventsOf(mediaId)).toEqual(["media.uploaded", "media.uploaded"]);
    const hopeless = await buried(vehicleId);
    test.clock.advance(25 * 3_600_000);
    expect(await reviveStuckMedia(test.platform)).toBe(1);
    expect(await eventsOf(hopeless)).toEqual(["media.uploaded", "media.failed"]);
    expect(await reviveStuckMedia(test.platform)).toBe(0);
  });
});
