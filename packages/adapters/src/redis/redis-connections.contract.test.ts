import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { TestRedis } from "./test-redis.fixture";
import { onRedis, startTestRedis } from "./test-redis.fixture";

onRedis(() => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(async () => {
    await redis.close();
  });

  it("makes a client try again that has given up, until it is closed", async () => {
    const connections = await redis.open();
    connections.client.disconnect();
    await vi.waitFor(() => expect(connections.client.status).toBe("end"));
    await vi.waitFor(() => connections.check(), { timeout: 8_000 });
    await connections.close();
    await expect(connections.check()).rejects.toThrow();
  });
});
