import type { Socket } from "node:net";
import { createWsTicket } from "@oto/services/auth";
import { feedScreens, wakeForEvent } from "@oto/services/notification";
import { createOffer } from "@oto/services/offer";
import type { TestPlatform } from "@oto/services/testing";
import {
  createDealerContext,
  createTestPlatform,
  createVehicle,
  TEST_PRICE,
} from "@oto/services/testing";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { readApiEnv } from "../../env";
import { buildServer } from "../../http/server";
import type { AppRouter } from "../../root.router";

let test: TestPlatform;
let server: FastifyInstance;
let url: string;
const open = new Set<Socket>();

beforeAll(async () => {
  test = await createTestPlatform();
  const { OTO_SECRET } = test.platform.env;
  const env = readApiEnv({ DATABASE_URL: test.databaseUrl, OTO_SECRET, OTO_ENV: "test" });
  server = await buildServer(test.platform, env);
  server.server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  url = `${address.replace("http", "ws")}/trpc`;
});

afterAll(async () => {
  await server.close();
  await test.close();
});

function connect(ticket: () => Promise<string>) {
  const socket = createWSClient({
    url,
    WebSocket,
    connectionParams: async () => ({ ticket: await ticket() }),
    retryDelayMs: () => 50,
  });
  return { socket, client: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] }) };
}

describe("notification.onEvent", () => {
  it("brings every event once over a socket that breaks", async () => {
    const [seller, buyer] = await Promise.all([
      createDealerContext(test.platform),
      createDealerContext(test.platform),
    ]);
    const { client, socket } = connect(async () => (await createWsTicket(seller)).ticket);
    const heard: string[] = [];
    let starts = 0;
    const subscription = client.notification.onEvent.subscribe(undefined, {
      onStarted: () => {
        starts += 1;
      },
      onData: ({ id, data }) => heard.push(`${id} ${data.type}`),
    });
    await expect.poll(() => starts, { timeout: 10_000 }).toBe(1);
    const happen = async () => {
      const { vehicleId } = await createVehicle(test.platform, seller.gallery.id);
      const amount = { amount: TEST_PRICE, currency: "TRY" as const };
      const { offerId, round } = await createOffer(buyer, { vehicleId, amount });
      const event = {
        name: "offer.created",
        version: 1,
        payload: {
          offerId,
          vehicleId,
          buyerGalleryId: buyer.gallery.id,
          sellerGalleryId: seller.gallery.id,
          round,
          ...amount,
        },
      } as const;
      const db = test.platform.database.unsafeSystem("a consumer acts for the event's galleries");
      await db.write((tx) => feedScreens(tx, [event]));
      await wakeForEvent(test.platform, event);
    };
    const all = ["0 feed.started"];
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(all);
    for (const times of [1, 2]) {
      for (const connection of open) connection.destroy();
      for (let time = 0; time < times; time += 1) {
        await happen();
        all.push(`${all.length} offer.created`);
      }
      await expect.poll(() => heard, { timeout: 10_000 }).toEqual(all);
    }
    await happen();
    all.push("4 offer.created");
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(all);
    subscription.unsubscribe();
    await socket.close();
  });

  it("is refused without a ticket", async () => {
    const { client, socket } = connect(async () => "not-a-ticket-not-a-ticket");
    const refusal = await new Promise((resolve) => {
      client.notification.onEvent.subscribe(undefined, { onError: ({ data }) => resolve(data) });
    });
    expect(refusal).toMatchObject({ code: "UNAUTHORIZED", reason: "auth.unauthenticated" });
    await socket.close();
  });
});
