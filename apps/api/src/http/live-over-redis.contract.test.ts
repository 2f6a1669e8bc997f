import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adaptersEnv, createAdapters } from "@oto/adapters";
import type { Platform } from "@oto/services";
import { createWsTicket, logout } from "@oto/services/auth";
import { feedScreens, wakeForEvent } from "@oto/services/notification";
import type { TestPlatform } from "@oto/services/testing";
import { createDealerContext, createTestPlatform } from "@oto/services/testing";
import type { RunningRedis } from "@oto/testing/services";
import { servicesWanted, startRedis } from "@oto/testing/services";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { readApiEnv } from "../env";
import type { AppRouter } from "../root.router";
import { buildServer } from "./server";

const wanted = servicesWanted();
const PATIENCE = { timeout: 10_000, interval: 20 };

interface Process {
  platform: Platform;
  server: FastifyInstance;
  url: string;
}

describe.skipIf(!wanted)(
  `two API processes on one Redis${wanted ? "" : " (left out: TEST_SERVICES=embedded)"}`,
  () => {
    let folder: string;
    let test: TestPlatform;
    let redis: RunningRedis;
    let one: Process;
    let two: Process;

    async function startProcess(): Promise<Process> {
      const { OTO_SECRET } = test.platform.env;
      const env = { OTO_SECRET, OTO_DATA_DIR: folder };
      const adapters = await createAdapters(adaptersEnv.parse({ ...env, REDIS_URL: redis.url }), {
        pool: test.platform.database.pool,
        logger: test.platform.logger,
      });
      const platform = { ...test.platform, adapters };
      const server = await buildServer(
        platform,
        readApiEnv({ DATABASE_URL: test.databaseUrl, OTO_SECRET, OTO_ENV: "test" }),
      );
      const address = await server.listen({ host: "127.0.0.1", port: 0 });
      return { platform, server, url: `${address.replace("http", "ws")}/trpc` };
    }

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "kontak-live-"));
      [test, redis] = await Promise.all([createTestPlatform(), startRedis()]);
      [one, two] = await Promise.all([startProcess(), startProcess()]);
    });
    afterAll(async () => {
      for (const { server, platform } of [one, two]) {
        await server.close();
        await platform.adapters.close();
      }
      await test.close();
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it("reach a screen whichever of them holds its socket, and let go of it within 5 s", async () => {
      const dealer = await createDealerContext(one.platform);
      const galleryId = dealer.gallery.id;
      const presence = () => one.platform.adapters.presence.ofGallery(galleryId);
      const heard: string[] = [];
      let closed: number | undefined;
      // A ticket of one process opens a socket at the other.
      const socket = createWSClient({
        url: two.url,
        WebSocket,
        connectionParams: async () => ({ ticket: (await createWsTicket(dealer)).ticket }),
        retryDelayMs: () => 60_000,
        onClose: () => {
          closed = performance.now();
        },
      });
      const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
      client.notification.onEvent.subscribe(undefined, {
        onData: ({ data }) => heard.push(data.type),
      });
      await expect.poll(() => heard, PATIENCE).toEqual(["feed.started"]);
      await expect
        .poll(presence, PATIENCE)
        .toMatchObject([{ userId: dealer.identity.userId, online: true, connections: 1 }]);

      const event = { name: "gallery.approved", version: 1, payload: { galleryId } } as const;
      await one.platform.database
        .unsafeSystem("a consumer acts for the event's gallery")
        .write((tx) => feedScreens(tx, [event]));
      const woken = performance.now();
      await wakeForEvent(one.platform, event);
      await expect.poll(() => heard, PATIENCE).toEqual(["feed.started", "gallery.approved"]);
      // Long before the feed would have been read for want of a hint.
      expect(performance.now() - woken).toBeLessThan(2_000);

      const ended = performance.now();
      await logout({ ...dealer, adapters: one.platform.adapters }, { everywhere: true });
      await expect.poll(() => closed, PATIENCE).toBeDefined();
      expect((closed ?? Number.NaN) - ended).toBeLessThan(5_000);
      await expect.poll(presence, PATIENCE).toMatchObject([{ online: false, connections: 0 }]);
      await socket.close();
    });
  },
);
