import { can, canInGallery, GALLERY_ROLES, GALLERY_STATUSES, PLATFORM_ROLES } from "@oto/domain";
import type { SessionContext } from "@oto/services";
import { createWsTicket, revokeSession } from "@oto/services/auth";
import { createDealerContext, createStaffContext } from "@oto/services/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listProcedures } from "../trpc/procedure-list";
import type { AttackedApi } from "./attacked-api";
import { openAttackedApi } from "./attacked-api";
import { brokenInputs } from "./broken-inputs";
import { inputSchemaOf } from "./input-bounds";
import type { SocketAnswer, SocketClient } from "./socket-client";
import { connectSocket } from "./socket-client";

/** What runs over the WebSocket, attacked over the WebSocket. */
let api: AttackedApi;
const opened: SocketClient[] = [];
const REASON = "tests change people's rights under their feet";
const subscriptions = listProcedures().filter(({ type }) => type === "subscription");

beforeAll(async () => {
  api = await openAttackedApi({ env: { OTO_TRUSTED_PROXIES: "" } });
});
afterEach(() => {
  for (const client of opened.splice(0)) client.close();
});
afterAll(() => api.close());

async function connect(options: Parameters<typeof connectSocket>[1] = {}): Promise<SocketClient> {
  const client = await connectSocket(api.url, options);
  opened.push(client);
  return client;
}

const ticketOf = async (ctx: SessionContext) => (await createWsTicket(ctx)).ticket;

async function subscribe(client: SocketClient, path: string, input?: unknown) {
  client.send({ id: 1, method: "subscription", params: { path, input } });
  return client.answer(1);
}

/** Somebody who may follow what is attacked, so that nothing but the attack is refused. */
const followerOf = (access: (typeof subscriptions)[number]["access"]): Promise<SessionContext> =>
  access?.level === "staff"
    ? createStaffContext(api.platform, "SUPERADMIN")
    : createDealerContext(api.platform);
/** What members of a gallery follow: their rights can end in more ways than those of staff. */
const pathOfDealers = subscriptions.find(({ access }) => access?.level === "gallery")?.path ?? "";

const codeOf = ({ error }: SocketAnswer) => error?.data?.code;
const isOpen = ({ result }: SocketAnswer) => result?.type === "started";

describe.each(subscriptions)("$path", ({ path, access, input }) => {
  it("is closed without a ticket, with a wrong one, a used one and one too old", async () => {
    const follower = await followerOf(access);
    expect(codeOf(await subscribe(await connect(), path))).toBe("UNAUTHORIZED");
    const wrong = await connect({ ticket: "x".repeat(43) });
    expect(codeOf(await subscribe(wrong, path))).toBe("UNAUTHORIZED");

    const ticket = await ticketOf(follower);
    expect(isOpen(await subscribe(await connect({ ticket }), path))).toBe(true);
    expect(codeOf(await subscribe(await connect({ ticket }), path))).toBe("UNAUTHORIZED");

    const late = await ticketOf(follower);
    api.test.clock.advance(10 * 60_000);
    expect(codeOf(await subscribe(await connect({ ticket: late }), path))).toBe("UNAUTHORIZED");
  });

  it("is refused over HTTP", async () => {
    const answer = await api.request(`/trpc/${path}`);
    expect(answer.status).toBe(405);
    expect((await api.request(`/trpc/auth.me,${path}?batch=1`)).status).toBe(405);
    expect((await api.request(`/trpc/${path.replace(".", "%2E")}`)).status).toBe(405);
  });

  it("is open to exactly the roles and states that its permission names", async () => {
    if (!access || !("permission" in access)) throw new Error("a subscription for everybody?");
    const { permission, level } = access;
    const attempts: [string, SessionContext, boolean][] = [];
    for (const status of GALLERY_STATUSES) {
      for (const role of GALLERY_ROLES) {
        const allowed =
          level === "gallery" && canInGallery({ role, galleryStatus: status }, permission);
        attempts.push([
          `${role} ${status}`,
          await createDealerContext(api.platform, { role, status }),
          allowed,
        ]);
      }
    }
    for (const role of PLATFORM_ROLES) {
      const allowed = level === "staff" && can(role, permission);
      attempts.push([role, await createStaffContext(api.platform, role), allowed]);
    }
    for (const [name, ctx, allowed] of attempts) {
      const answer = await subscribe(await connect({ ticket: await ticketOf(ctx) }), path);
      expect(allowed ? isOpen(answer) : codeOf(answer) === "FORBIDDEN", name).toBe(true);
    }
  });

  it("refuses inputs that fit no schema", async () => {
    if (!input) return;
    const client = await connect({ ticket: await ticketOf(await followerOf(access)) });
    const broken = brokenInputs(inputSchemaOf(input)).filter(({ name }) => name !== "no JSON");
    let id = 10;
    for (const { name, raw } of broken) {
      id += 1;
      client.socket.send(
        `{"id":${id},"method":"subscription","params":{"path":"${path}","input":${raw}}}`,
      );
      expect(codeOf(await client.answer(id)), name).toBe("BAD_REQUEST");
      client.send({ id, method: "subscription.stop" });
    }
    expect(broken.length).toBeGreaterThan(10);
  });
});

describe("a socket that is open", () => {
  const path = pathOfDealers;

  const listening = async (ctx: SessionContext): Promise<SocketClient> => {
    const client = await connect({ ticket: await ticketOf(ctx) });
    expect(isOpen(await subscribe(client, path))).toBe(true);
    return client;
  };

  const closesWithin5s = async (client: SocketClient): Promise<void> => {
    const started = performance.now();
    expect(await client.closed).toBe(4401);
    expect(performance.now() - started).toBeLessThan(5_000);
  };

  it("closes when its session is revoked", async () => {
    const dealer = await createDealerContext(api.platform);
    const client = await listening(dealer);
    await revokeSession(dealer, { sessionId: dealer.identity.sessionId });
    await closesWithin5s(client);
  });

  it.each([
    ["the membership ends", "delete from membership where user_id = $1"],
    ["the role changes", "update membership set role = 'VIEWER' where user_id = $1"],
    [
      "the gallery is suspended",
      `update gallery set status = 'SUSPENDED', status_reason = 'x'
        where id in (select gallery_id from membership where user_id = $1)`,
    ],
    [
      "the session runs out",
      "update session set expires_at = now() - interval '1 day' where user_id = $1",
    ],
  ])("closes when %s, also where nobody rings the bell", async (_what, sql) => {
    const dealer = await createDealerContext(api.platform);
    const client = await listening(dealer);
    await api.platform.database.pool.query(sql, [dealer.identity.userId]);
    await closesWithin5s(client);
  });

  it("asks anew what the caller may do at every call, before it closes", async () => {
    const dealer = await createDealerContext(api.platform);
    const client = await listening(dealer);
    await api.platform.database
      .unsafeSystem(REASON)
      .write((tx) => tx.membership.deleteMany({ where: { userId: dealer.identity.userId } }));
    client.send({ id: 2, method: "subscription", params: { path } });
    expect(codeOf(await client.answer(2))).toBe("FORBIDDEN");
  });
});

describe("connecting", () => {
  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a page without an origin of its own", { origin: "null" }],
    ["a look-alike", { origin: "http://localhost:3002.evil.example" }],
  ])("is refused to %s, with a good ticket too", async (_what, headers) => {
    const ticket = await ticketOf(await createDealerContext(api.platform));
    await expect(connect({ ticket, headers })).rejects.toThrow(/403/);
  });

  it("takes parameters of no other form", async () => {
    const client = await connect();
    client.socket.send('{"method":"connectionParams","data":{"ticket":{"$ne":null}}}');
    client.send({ id: 1, method: "query", params: { path: "auth.me" } });
    expect(codeOf(await client.answer(1))).toBe("UNAUTHORIZED");
  });
});

describe("one connection", () => {
  it("may not send without an end", async () => {
    const client = await connect();
    for (let id = 0; id < 200; id += 1) {
      client.send({ id, method: "query", params: { path: "catalog.makes" } });
    }
    expect(await client.closed).toBe(1008);
  });

  it("may not hold more subscriptions than a screen needs", async () => {
    const ticket = await ticketOf(await createDealerContext(api.platform));
    const client = await connect({ ticket });
    for (let id = 1; id <= 21; id += 1)
      client.send({ id, method: "subscription", params: { path: pathOfDealers } });
    expect(await client.closed).toBe(1008);
  });

  it("may not send a large message, nor many calls in one", async () => {
    const large = await connect();
    large.socket.send("x".repeat(65 * 1024));
    expect(await large.closed).toBe(1009);
    const many = await connect();
    const call = { method: "query", params: { path: "catalog.makes" } };
    many.send(Array.from({ length: 21 }, (_, id) => ({ id, ...call })));
    expect(await many.closed).toBe(1008);
  });

  it("survives what is no message at all", async () => {
    const client = await connect();
    client.socket.send("{");
    client.socket.send(`{"id":1,"method":"query","params":{"path":"__proto__"}}`);
    client.socket.send(`{"id":2,"method":"query","params":{"path":"auth.me"}}`);
    expect(codeOf(await client.answer(2))).toBe("UNAUTHORIZED");
  });
});
