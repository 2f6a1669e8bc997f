import { request } from "node:http";
import type { TestPlatform } from "@oto/services/testing";
import { createTestPlatform } from "@oto/services/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readApiEnv } from "../env";
import { SERVICE_NAMES } from "../root.router";
import { closeServer, createDrain } from "./drain";
import { buildServer } from "./server";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const envWith = (more: Record<string, string>) =>
  readApiEnv({
    DATABASE_URL: test.databaseUrl,
    OTO_SECRET: test.platform.env.OTO_SECRET,
    OTO_ENV: "test",
    ...more,
  });

async function listening(more: Record<string, string>) {
  const drain = createDrain();
  const server = await buildServer(test.platform, envWith(more), drain);
  return { drain, server, url: await server.listen({ host: "127.0.0.1", port: 0 }) };
}

/** Status of the answer to an upgrade; 101 when a socket was opened. */
const upgrade = (url: string) =>
  new Promise<number>((resolve, reject) => {
    const headers = {
      connection: "upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": Buffer.alloc(16).toString("base64"),
    };
    const call = request(`${url}/trpc`, { headers });
    call.once("upgrade", (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    call.once("response", (response) => resolve(response.statusCode ?? 0));
    call.once("error", reject);
    call.end();
  });

describe("SERVICES", () => {
  it("refuses a name that is no service, and says which there are", () => {
    expect(() => envWith({ SERVICES: "catalog,chats" })).toThrow(
      `SERVICES: chats is no service; there are ${SERVICE_NAMES.join(", ")}`,
    );
  });

  it("mounts those services only and names them when asked whether it is ready", async () => {
    const { server, url } = await listening({ SERVICES: "catalog, auth" });
    const status = async (path: string) => (await fetch(`${url}${path}`)).status;
    expect(await status("/trpc/catalog.makes")).toBe(200);
    expect(await status("/trpc/marketplace.search")).toBe(404);
    const ready = await (await fetch(`${url}/health/ready`)).json();
    expect(ready).toMatchObject({ ok: true, services: ["catalog", "auth"] });
    expect(await upgrade(url)).toBe(404);
    await server.close();
  });

  it("mounts all of them unless told otherwise, sockets too", async () => {
    const { server, url } = await listening({});
    const ready = await (await fetch(`${url}/health/ready`)).json();
    expect(ready).toMatchObject({ services: SERVICE_NAMES });
    expect(await upgrade(url)).toBe(101);
    await server.close();
  });
});

describe("leaving", () => {
  it("says so, goes on serving and asks for new connections", async () => {
    const { server, drain, url } = await listening({});
    const before = await fetch(`${url}/trpc/catalog.makes`);
    expect(before.headers.get("connection")).toBe("keep-alive");
    drain.leave();
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ok: false, leaving: true });
    const during = await fetch(`${url}/trpc/catalog.makes`);
    expect(during.status).toBe(200);
    expect(during.headers.get("connection")).toBe("close");
    await server.close();
  });

  it.each([
    ["finishes what is under way", true],
    ["cuts what takes too long", false],
  ])("%s before it closes", async (_what, ends) => {
    const server = await buildServer(test.platform, envWith({}));
    let end: (answer: string) => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      server.get("/slow", () => {
        resolve();
        return new Promise<string>((finish) => {
          end = finish;
        });
      });
    });
    const url = await server.listen({ host: "127.0.0.1", port: 0 });
    const answer = fetch(`${url}/slow`).then(
      (response) => response.text(),
      () => "cut",
    );
    await arrived;
    const closed = closeServer(server, ends ? 20_000 : 300);
    await expect.poll(() => fetch(`${url}/health/live`).catch(() => "refused")).toBe("refused");
    if (ends) end("finished");
    expect(await answer).toBe(ends ? "finished" : "cut");
    await closed;
  });
});
