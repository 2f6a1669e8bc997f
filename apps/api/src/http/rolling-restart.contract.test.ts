import { createWsTicket } from "@oto/services/auth";
import { feedScreens, wakeForEvent } from "@oto/services/notification";
import { createOffer } from "@oto/services/offer";
import type { TestPlatform } from "@oto/services/testing";
import {
  createDealerContext,
  createTestPlatform,
  createVehicle,
  signTestToken,
  TEST_PRICE,
} from "@oto/services/testing";
import type { RunningService } from "@oto/testing/services";
import { servicesWanted, startHaproxy } from "@oto/testing/services";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import type { AppRouter } from "../root.router";
import type { ApiProcess } from "./api-processes.fixture";
import { startApiProcess } from "./api-processes.fixture";

const wanted = servicesWanted();
const CALLERS = 4;
/** Longer than the edge takes to send requests elsewhere. */
const DRAIN_MS = "3000";
const PATIENCE = { timeout: 30_000 };

type Dealer = Awaited<ReturnType<typeof createDealerContext>>;

/** The other processes go by the real time, not by the test's clock, which stands still. */
const awake = (dealer: Dealer): Dealer => ({ ...dealer, now: () => new Date() });

/** Requests that this life of a process has answered. */
async function listsServedBy({ url }: ApiProcess): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = /procedure_duration_seconds_count\{[^}]*procedure="inventory\.list"[^}]*\} (\d+)/;
  return Number(line.exec(text)?.[1] ?? 0);
}

describe.skipIf(!wanted)(
  `several API processes behind an edge${wanted ? "" : " (left out: TEST_SERVICES=embedded)"}`,
  { timeout: 300_000 },
  () => {
    let test: TestPlatform;
    let processes: ApiProcess[];
    let edge: RunningService;
    let seller: Dealer;
    let buyer: Dealer;

    beforeAll(async () => {
      test = await createTestPlatform();
      const env = { OTO_DRAIN_MS: DRAIN_MS, OTO_TRUSTED_PROXIES: "127.0.0.1" };
      processes = await Promise.all([startApiProcess(test, env), startApiProcess(test, env)]);
      edge = await startHaproxy({ backends: processes.map(({ port }) => port) });
      seller = await createDealerContext(test.platform);
      buyer = await createDealerContext(test.platform);
      await vi.waitFor(async () => {
        expect((await fetch(`${edge.url}/health/ready`)).status).toBe(200);
      }, PATIENCE);
    }, 180_000);
    afterAll(async () => {
      await edge.stop();
      await Promise.all(processes.map((api) => api.stop()));
      await test.close();
    });

    /** What a worker does when somebody makes an offer. */
    async function makeOffer(): Promise<void> {
      const { vehicleId } = await createVehicle(test.platform, seller.gallery.id);
      const amount = { amount: TEST_PRICE, currency: "TRY" as const };
      const { offerId, round } = await createOffer(buyer, { vehicleId, amount });
      const [buyerGalleryId, sellerGalleryId] = [buyer.gallery.id, seller.gallery.id];
      const payload = { offerId, vehicleId, buyerGalleryId, sellerGalleryId, round, ...amount };
      const event = { name: "offer.created", version: 1, payload } as const;
      const db = test.platform.database.unsafeSystem("a consumer acts for the event's galleries");
      await db.write((tx) => feedScreens(tx, [event]));
      await wakeForEvent(test.platform, event);
    }

    function follow(url: string) {
      const heard: string[] = [];
      const socket = createWSClient({
        url: `${url.replace("http", "ws")}/trpc`,
        WebSocket,
        connectionParams: async () => ({ ticket: (await createWsTicket(awake(seller))).ticket }),
        retryDelayMs: () => 100,
      });
      const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
      const subscription = client.notification.onEvent.subscribe(undefined, {
        onData: ({ id, data }) => heard.push(`${id} ${data.type}`),
      });
      return {
        heard,
        async stop() {
          subscription.unsubscribe();
          await socket.close();
        },
      };
    }

    it("tells users of a change whichever process holds their socket", async () => {
      const followers = processes.map(({ url }) => follow(url));
      const started = () => followers.map(({ heard }) => heard[0]?.split(" ")[1]);
      await expect.poll(started, PATIENCE).toEqual(["feed.started", "feed.started"]);
      await makeOffer();
      const last = () => followers.map(({ heard }) => heard.slice(1).map((e) => e.split(" ")[1]));
      await expect.poll(last, PATIENCE).toEqual([["offer.created"], ["offer.created"]]);
      for (const follower of followers) await follower.stop();
    });

    it("drops no request and no event while they restart one after the other", async () => {
      const token = await signTestToken(test.platform, seller.identity);
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const tally = { answered: 0, changed: 0, failed: [] as string[] };
      let going = true;
      const call = async (index: number, round: number) => {
        const about = `${index} ${round}`;
        const response =
          round % 4 === 0
            ? await fetch(`${edge.url}/trpc/gallery.update`, {
                method: "POST",
                headers,
                body: JSON.stringify({ about }),
              })
            : await fetch(`${edge.url}/trpc/inventory.list?input={}`, { headers });
        const text = await response.text();
        if (response.status !== 200) throw new Error(`${response.status} ${text.slice(0, 200)}`);
        if (round % 4 === 0) tally.changed += 1;
      };
      const callers = Array.from({ length: CALLERS }, async (_, index) => {
        for (let round = 0; going; round += 1) {
          await call(index, round).then(
            () => {
              tally.answered += 1;
            },
            (error: unknown) => tally.failed.push(String(error)),
          );
        }
      });
      const audited = async () => {
        const { rows } = await test.platform.database.pool.query<{ count: number }>(
          "select count(*)::int as count from audit_entry where action = 'gallery.update'",
        );
        return rows[0]?.count ?? 0;
      };
      const follower = follow(edge.url);
      await expect.poll(() => follower.heard.length, PATIENCE).toBe(1);

      let offers = 0;
      for (const api of processes) {
        const restarted = api.restart();
        await makeOffer();
        await restarted;
        await makeOffer();
        offers += 2;
        // The edge has to see it before the next one leaves.
        await expect.poll(() => listsServedBy(api), PATIENCE).toBeGreaterThan(20);
      }
      going = false;
      await Promise.all(callers);

      expect(tally.failed.length, tally.failed.slice(0, 3).join("\n")).toBe(0);
      expect(tally.answered).toBeGreaterThan(300);
      expect(await audited()).toBe(tally.changed);
      await expect.poll(() => follower.heard.length, PATIENCE).toBe(1 + offers);
      expect(new Set(follower.heard).size).toBe(1 + offers);
      await follower.stop();
    });
  },
);
