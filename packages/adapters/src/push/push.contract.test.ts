import { randomUUID } from "node:crypto";
import type { PushSandbox } from "@oto/testing/sandboxes";
import { startPushSandbox } from "@oto/testing/sandboxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { openSenders } from "../sending/open-senders";
import { sandboxEnv } from "../sending/test-sandboxes.fixture";
import { createMailboxPush } from "./mailbox-push.adapter";
import { pushContract } from "./push.contract";

let database: TestPool;
let service: PushSandbox;

beforeAll(async () => {
  database = await openTestPool();
  service = await startPushSandbox();
});
afterAll(async () => {
  await service.close();
  await database.close();
});

pushContract("mailbox", async () => {
  const mailbox = new PostgresMailbox(database.pool);
  return {
    sender: createMailboxPush(mailbox),
    subscribe: () => ({ endpoint: `https://push.test/${randomUUID()}` }),
    sentTo: async (to: string) => mailbox.list({ to }),
  };
});

const webPush = () =>
  openSenders(sandboxEnv({ push: service.url }), {
    pool: database.pool,
    mailbox: new PostgresMailbox(database.pool),
    now: () => new Date(),
  }).push;
const readBy = (endpoint: string) =>
  service.sent
    .filter((push) => push.endpoint === endpoint)
    .map(({ payload }): { title: string; body: string; url: string } => JSON.parse(payload));

pushContract("Web Push", async () => ({
  sender: webPush(),
  subscribe: () => service.subscribe(),
  sentTo: async (endpoint) =>
    readBy(endpoint).map(({ body, title }) => ({ subject: title, text: body })),
}));

describe("Web Push", () => {
  const push = (subscription: { endpoint: string }) => ({
    subscription,
    template: "offer.created",
    title: "Yeni teklif",
    text: "Passat için 1.245.000 ₺",
    url: "/teklifler/1",
    idempotencyKey: randomUUID(),
  });

  it("says that a subscription is over when its service does", async () => {
    const subscription = service.subscribe();
    service.unsubscribe(subscription.endpoint);
    await expect(webPush().send(push(subscription))).rejects.toMatchObject({ code: "gone" });
    const other = service.subscribe();
    service.failNext({ kind: "code", code: "404" });
    await expect(webPush().send(push(other))).rejects.toMatchObject({ code: "gone" });
  });

  it("asks again after silence, and the browser shows one", async () => {
    const subscription = service.subscribe();
    const message = push(subscription);
    const sender = webPush();
    service.failNext({ kind: "hang", effect: "after" });
    await expect(sender.send(message)).rejects.toMatchObject({ kind: "retry" });
    await sender.send(message);
    expect(readBy(subscription.endpoint)).toEqual([
      { title: message.title, body: message.text, url: message.url },
    ]);
  });

  it("calls nobody but push services", async () => {
    const { keys } = service.subscribe();
    for (const endpoint of ["http://169.254.169.254/latest", "https://example.com/push", "x"]) {
      const message = push(Object.assign({ endpoint }, { keys }));
      await expect(webPush().send(message)).rejects.toMatchObject({ code: "gone" });
    }
  });
});
