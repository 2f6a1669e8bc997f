import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { DealerContext } from "@oto/services";
import { createWsTicket } from "@oto/services/auth";
import type { ChatEvent } from "@oto/services/chat";
import { openRoom, sendMessage } from "@oto/services/chat";
import type { TestPlatform } from "@oto/services/testing";
import { createDealerContext, createTestPlatform } from "@oto/services/testing";
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

function connect(ctx: DealerContext) {
  const socket = createWSClient({
    url,
    WebSocket,
    connectionParams: async () => ({ ticket: (await createWsTicket(ctx)).ticket }),
    retryDelayMs: () => 50,
  });
  return { socket, client: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] }) };
}

const textOf = (event: ChatEvent): string[] =>
  event.type === "message.created" ? [`${event.message.text}`] : [];

describe("chat.onEvent", () => {
  it("brings every message once and in order over a socket that breaks", async () => {
    const one = await createDealerContext(test.platform);
    const other = await createDealerContext(test.platform);
    const { roomId } = await openRoom(one, { galleryId: other.gallery.id });
    const { client, socket } = connect(other);
    const heard: string[] = [];
    const types: string[] = [];
    const subscription = client.chat.onEvent.subscribe(undefined, {
      onData: ({ data }) => {
        types.push(data.type);
        heard.push(...textOf(data));
      },
    });
    await expect.poll(() => types, { timeout: 10_000 }).toEqual(["chat.started"]);
    const all: string[] = [];
    for (const round of ["a", "b", "c"]) {
      for (const connection of open) connection.destroy();
      for (const n of [1, 2, 3]) {
        const text = `${round}${n}`;
        await sendMessage(one, { roomId, clientMessageId: randomUUID(), text });
        all.push(text);
      }
      await expect.poll(() => heard, { timeout: 10_000 }).toEqual(all);
    }
    const answer = await client.chat.send.mutate({ roomId, clientMessageId: "1", text: "son" });
    expect(await client.chat.send.mutate({ roomId, clientMessageId: "1", text: "son" })).toEqual(
      answer,
    );
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([...all, "son"]);
    subscription.unsubscribe();
    await socket.close();
  });
});
