import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { dataFolder } from "../support/env";
import type { Dealer } from "../support/people";
import { approvedDealer } from "../support/people";
import { platformUnderTest } from "../support/platform";
import { createVehicle, mediaOf, photo, settled, upload } from "../support/stock";

let dealer: Dealer;

test.beforeAll(async () => {
  dealer = await approvedDealer("Deneme Foto Oto");
});

/** The process that the start command wrote down for its workers. */
function workersPid(): number {
  const { children } = JSON.parse(readFileSync(join(dataFolder(), "running.json"), "utf8"));
  // In a cluster the third group of workers has the photos.
  return (children.workers ?? children["workers-3"]).pid;
}

test("troublesome files fail with a reason and take no sibling along", async () => {
  const vehicleId = await createVehicle(dealer);
  const good = await photo(900, 700);
  const text = Buffer.from("bu bir fotoğraf değil ".repeat(200));
  const frames = sharp(good).resize(120, 90);
  const files = {
    good: { body: good },
    text: { body: text },
    truncated: { body: good.subarray(0, Math.floor(good.length / 2)) },
    wrongEnding: { body: await sharp(good).png().toBuffer(), fileName: "aslinda-png.jpg" },
    cmyk: { body: await sharp(good).toColourspace("cmyk").jpeg().toBuffer() },
    deep: {
      body: await sharp(good).toColourspace("rgb16").png().toBuffer(),
      fileName: "derin.png",
      contentType: "image/png",
    },
    turned: { body: await sharp(good).withMetadata({ orientation: 6 }).jpeg().toBuffer() },
    webp: {
      body: await frames.webp().toBuffer(),
      fileName: "kucuk.webp",
      contentType: "image/webp",
    },
  };
  const ids: Record<string, string> = {};
  for (const [name, file] of Object.entries(files))
    ids[name] = await upload(dealer, vehicleId, file);
  const items = await settled(dealer, vehicleId);
  const stateOf = (name: string) => items.find(({ mediaId }) => mediaId === ids[name])?.status;
  for (const name of ["good", "cmyk", "deep", "turned", "webp"])
    expect(stateOf(name), name).toBe("READY");
  for (const name of ["text", "truncated"]) expect(stateOf(name), name).toBe("FAILED");
  const turned = items.find(({ mediaId }) => mediaId === ids.turned);
  const largest = turned?.variants?.filter(({ format }) => format === "jpeg").at(-1);
  const picture = await fetch(largest?.url ?? "");
  const { width = 0, height = 0, exif } = await sharp(await picture.arrayBuffer()).metadata();
  expect(height).toBeGreaterThan(width);
  expect(exif).toBeUndefined();
});

test("fifty photos survive killed workers, each processed exactly once", async () => {
  test.setTimeout(600_000);
  const vehicles = [await createVehicle(dealer), await createVehicle(dealer, { series: "golf" })];
  for (const vehicleId of vehicles) {
    for (let i = 0; i < 25; i += 1)
      await upload(dealer, vehicleId, { body: await photo(1000, 750) });
  }
  process.kill(workersPid(), "SIGKILL");
  await expect
    .poll(
      async () => (await fetch(`${platformUnderTest.workers}/health/live`).catch(() => null))?.ok,
      {
        timeout: 60_000,
      },
    )
    .toBe(true);
  for (const vehicleId of vehicles) {
    await expect
      .poll(
        async () =>
          (await mediaOf(dealer, vehicleId)).filter(({ status }) => status === "READY").length,
        { timeout: 400_000 },
      )
      .toBe(25);
    const items = await mediaOf(dealer, vehicleId);
    expect(items).toHaveLength(25);
    expect(new Set(items.map(({ mediaId }) => mediaId)).size).toBe(25);
  }
});
