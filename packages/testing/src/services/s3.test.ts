import { expect, it } from "vitest";
import { servicesWanted } from "../env";
import { startS3 } from "./s3";

const test = servicesWanted() ? it : it.skip;

test("an S3 server comes back at the same address after kill -9", {
  timeout: 120_000,
}, async () => {
  const s3 = await startS3();
  try {
    expect((await fetch(s3.url)).status).toBe(200);
    await s3.kill();
    await expect(fetch(s3.url)).rejects.toThrow();
    await s3.restart();
    expect((await fetch(s3.url)).status).toBe(200);
  } finally {
    await s3.stop();
  }
});
