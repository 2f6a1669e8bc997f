import { expect, it } from "vitest";
import { servicesWanted } from "../env";
import { startRedis } from "./redis";

const wanted = servicesWanted();

it.skipIf(!wanted)(
  `Redis${wanted ? "" : " (left out: TEST_SERVICES=embedded)"} keeps what it acknowledged over kill -9, at the same address`,
  async () => {
    const redis = await startRedis();
    try {
      expect(await redis.send("set kept 1")).toContain("+OK");
      await redis.kill();
      await expect(redis.send("get kept")).rejects.toThrow();
      await redis.restart();
      expect(await redis.send("get kept")).toContain("$1\r\n1");
    } finally {
      await redis.stop();
    }
  },
);
