import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBffHandler } from "./bff";
import type { SessionConfig } from "./config";
import { sessionCookieName } from "./config";
import { readFrontEndEnv } from "./env";
import { openSession, sealSession } from "./session-token";

/** An API that knows one session: which tokens are good, how often it was asked to renew them. */
const api = { good: "a1", refreshes: 0, revoked: false };

const server: Server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += String(chunk);
  });
  request.on("end", () => {
    const say = (status: number, answer: object) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer));
    };
    if (request.url?.startsWith("/trpc/auth.refresh")) {
      api.refreshes += 1;
      if (api.revoked) return say(401, { error: { data: { code: "UNAUTHORIZED" } } });
      api.good = `a${api.refreshes + 1}`;
      const tokens = { accessToken: api.good, refreshToken: `r${api.refreshes + 1}` };
      return say(200, { result: { data: { ...tokens, expiresIn: 600 } } });
    }
    const mine = !api.revoked && request.headers.authorization === `Bearer ${api.good}`;
    return say(mine ? 200 : 401, { said: body, mine });
  });
});
let config: SessionConfig;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  // What is read once for the process, before anything here needs it.
  readFrontEndEnv({
    NODE_ENV: "test",
    OTO_SECRET: "y".repeat(32),
    NEXTAUTH_SECRET: "x".repeat(32),
  });
  config = {
    app: "gallery",
    apiUrl: `http://127.0.0.1:${port}`,
    authSecret: "x".repeat(32),
    platformSecret: "y".repeat(32),
    appUrl: "http://panel.test",
  };
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

let family = 0;
beforeEach(() => {
  family += 1;
  Object.assign(api, { good: "a1", refreshes: 0, revoked: false });
});

async function call(renewAt: number, method = "POST") {
  const session = await sealSession(config, {
    accessToken: "a1",
    refreshToken: `r1-${family}`,
    accessExpiresAt: Date.now() + 600_000,
    renewAt,
    user: { id: "u", role: "OWNER" },
  });
  const request = new Request("http://panel.test/api/trpc/offer.accept", {
    method,
    headers: { cookie: `${sessionCookieName(config)}=${session}`, "x-kontak-app": "1" },
    ...(method === "POST" ? { body: "hello" } : {}),
  });
  const answer = await createBffHandler(() => config)(request);
  const cookie = /^[^=]+=([^;]*)/.exec(answer.headers.get("set-cookie") ?? "")?.[1];
  return { status: answer.status, body: await answer.json(), cookie };
}

const later = () => Date.now() + 300_000;

describe("the app's own door to the API", () => {
  it("leaves a token alone that is good for a while", async () => {
    expect(await call(later())).toMatchObject({ status: 200, cookie: undefined });
    expect(api.refreshes).toBe(0);
  });

  it("renews once for all tabs that ask together, and hands the new cookie to each", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => call(Date.now() - 1, "GET")));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(api.refreshes).toBe(1);
    for (const { cookie } of answers) {
      expect((await openSession(config, cookie))?.accessToken).toBe("a2");
    }
  });

  it("renews and says it again when a token ran out on the way", async () => {
    api.good = "gone";
    const answer = await call(later());
    expect(answer).toMatchObject({ status: 200, body: { said: "hello" } });
    expect(api.refreshes).toBe(1);
  });

  it("forgets a session that was ended", async () => {
    api.revoked = true;
    expect(await call(later())).toMatchObject({ status: 401, cookie: "" });
  });
});
