import { randomUUID } from "node:crypto";
import { adaptersEnv, createAdapters } from "@oto/adapters";
import type { TestS3 } from "@oto/testing/services";
import { openTestS3, s3Name, servicesWanted } from "@oto/testing/services";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { createVehicle } from "../inventory/create-vehicle.service";
import { createDealerContext, createTestPlatform } from "../testing";
import type { TestPlatform } from "../testing/platform";
import { createChain, fullVehicleInput, processUpload, testPhoto } from "../testing/stock.factory";
import { listMedia, removeMedia } from "./arrange.service";
import { removeMediaFiles } from "./cleanup.service";
import { prepareMedia } from "./process-media.service";
import { sweepStorage } from "./storage-sweep.service";
import { completeUpload, createUpload } from "./upload.service";

const suite = servicesWanted() ? describe : describe.skip;
const title = servicesWanted() ? s3Name() : "S3 (left out: TEST_SERVICES=embedded)";

suite(`photos on ${title}`, () => {
  let s3: TestS3;
  let test: TestPlatform;
  let onS3: Awaited<ReturnType<typeof createAdapters>>;
  let ctx: DealerContext;
  let vehicleId: string;

  beforeAll(async () => {
    s3 = await openTestS3();
    test = await createTestPlatform();
    const env = adaptersEnv.parse({
      OTO_SECRET: "0123456789abcdef0123456789abcdef",
      S3_ENDPOINT: s3.url,
      S3_REGION: s3.region,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_BUCKET_PREFIX: `kontak-${randomUUID().slice(0, 8)}`,
    });
    onS3 = await createAdapters(env, { pool: test.platform.database.pool });
    const dealer = await createDealerContext(test.platform);
    ctx = { ...dealer, adapters: onS3 };
    const chain = await createChain(test.platform);
    ({ vehicleId } = await createVehicle(ctx, fullVehicleInput(chain)));
  }, 180_000);
  afterAll(async () => {
    await onS3?.close();
    await test?.close();
    await s3?.stop();
  });

  const photos = async () => (await listMedia(ctx, { vehicleId })).items;

  /** What a browser does. */
  async function upload(): Promise<string> {
    const photo = await testPhoto();
    const { mediaId, upload: target } = await createUpload(ctx, {
      vehicleId,
      fileName: "foto.jpg",
      contentType: "image/jpeg",
      size: photo.length,
    });
    const { method, url, headers } = target;
    const answer = await fetch(url, { method, headers, body: new Uint8Array(photo) });
    expect(answer.status).toBe(200);
    expect((await completeUpload(ctx, { mediaId })).status).toBe("PROCESSING");
    return mediaId;
  }

  it("go from the browser into the storage and come back as pictures for ever", async () => {
    expect(onS3.storageHttp).toBeNull();
    await onS3.health.storage?.();
    const mediaId = await upload();
    await processUpload(ctx, { vehicleId, mediaId });
    const [photo] = await photos();
    expect(photo).toMatchObject({ mediaId, status: "READY" });
    for (const { url, bytes, format } of photo?.variants ?? []) {
      const answer = await fetch(url);
      expect(answer.headers.get("content-type")).toBe(`image/${format}`);
      expect(answer.headers.get("cache-control")).toContain("immutable");
      expect((await answer.arrayBuffer()).byteLength).toBe(bytes);
    }
    test.clock.advance(7 * 24 * 3_600_000);
    expect(await sweepStorage(ctx)).toMatchObject({
      ...{ objects: 4, photos: 1, orphans: 0, young: 0, picturesMissing: 0, originalsMissing: 0 },
    });
    await removeMedia(ctx, { mediaId });
    const original = `private/originals/${ctx.gallery.id}/${vehicleId}/${mediaId}`;
    await removeMediaFiles(ctx, { mediaId, keys: [original] });
    expect((await sweepStorage(ctx)).objects).toBe(0);
  });

  it("wait for a storage that is away, and lose nothing", async () => {
    const mediaId = await upload();
    const payload = { mediaId, vehicleId, galleryId: ctx.gallery.id };
    if (!s3.kill || !s3.restart) return;
    await s3.kill();
    await expect(onS3.health.storage?.()).rejects.toThrow("away");
    // The worker's delivery fails and is tried again: the photo is not given up.
    await expect(prepareMedia(ctx, payload)).rejects.toThrow("away");
    await expect(
      upload().catch((error: unknown) => Promise.reject(new Error(String(error)))),
    ).rejects.toThrow();
    await s3.restart();
    await processUpload(ctx, { vehicleId, mediaId });
    expect((await photos()).find((one) => one.mediaId === mediaId)?.status).toBe("READY");
    await onS3.health.storage?.();
  }, 90_000);
});
