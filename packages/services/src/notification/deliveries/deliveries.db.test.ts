import { newId } from "@oto/db";
import { DAILY_CAP, KEEP_TRYING_MS, LANES, minuteOfDay } from "@oto/domain";
import type { PushSandbox, SmsSandbox } from "@oto/testing/sandboxes";
import { NETGSM_LOGIN, startNetgsmSandbox, startPushSandbox } from "@oto/testing/sandboxes";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../../context";
import type { TestPlatform } from "../../testing";
import { createDealerContext, createTestPlatform } from "../../testing";
import type { NewsType } from "../catalogue";
import type { News } from "../news";
import { noteAllNews, noteNews } from "../news";
import { setPreferences } from "../notification-preferences";
import { claimDue, LEASE_MS } from "./claim.repo";
import { collectDigests } from "./collect-digests.service";
import { composeDeliveries } from "./compose";
import { sendDue } from "./send-due.service";

let test: TestPlatform;
let platform: Platform;
let netgsm: SmsSandbox;
let push: PushSandbox;

beforeAll(async () => {
  [netgsm, push] = await Promise.all([startNetgsmSandbox(), startPushSandbox()]);
  test = await createTestPlatform(
    {},
    {
      NETGSM_URL: netgsm.url,
      NETGSM_USERCODE: NETGSM_LOGIN.usercode,
      NETGSM_PASSWORD: NETGSM_LOGIN.password,
      NETGSM_HEADER: "KONTAK",
      WEB_PUSH_SUBJECT: "mailto:bilgi@kontak.test",
      WEB_PUSH_HOSTS: new URL(push.url).host,
      MESSAGE_TIMEOUT_MS: "20000",
    },
  );
  platform = test.platform;
});
afterAll(async () => {
  await test.close();
  await Promise.all([netgsm.close(), push.close()]);
});
beforeEach(async () => {
  netgsm.failAlways(null);
  // Whatever an earlier test left half sent is none of the next one's business.
  await platform.database.pool.query("delete from message_delivery");
});

const system = () => platform.database.unsafeSystem("tests look at deliveries");

interface Telling {
  type?: NewsType;
  occasion?: string;
  reason?: string;
}

const newsFor = (ctx: DealerContext, { reason, type }: Telling = {}) =>
  ({
    type: type ?? "offer.created",
    galleryId: ctx.gallery.id,
    facts: {
      vehicleTitle: "Volkswagen Passat",
      counterpart: "Ege Oto",
      amount: { amount: 124_500_000, currency: "TRY" as const },
      name: "Yenilik",
      excerpt: "Rapor ekranı geldi",
      reason,
    },
    ids: {},
    href: "/teklifler/1",
  }) satisfies News;

async function tell(ctx: DealerContext, { occasion = newId(), ...telling }: Telling = {}) {
  const news = [newsFor(ctx, telling)];
  await system().write((tx) => noteNews(platform, tx, { news, occasion }));
}

const rowsOf = (ctx: DealerContext) =>
  system().read((tx) =>
    tx.messageDelivery.findMany({
      where: { userId: ctx.identity.userId },
      orderBy: [{ createdAt: "asc" }, { channel: "asc" }],
    }),
  );

async function sendAll(): Promise<void> {
  for (const lane of LANES) while ((await sendDue(platform, lane)) > 0);
}

async function phoneOf(ctx: DealerContext): Promise<string> {
  const { phone } = await system().read((tx) =>
    tx.user.findUniqueOrThrow({ where: { id: ctx.identity.userId }, select: { phone: true } }),
  );
  return phone ?? "";
}
const textsTo = async (ctx: DealerContext) => {
  const phone = await phoneOf(ctx);
  return netgsm.sent.filter(({ to }) => to === phone).map(({ text }) => text);
};
const mailsTo = async (ctx: DealerContext) => {
  const { email } = await system().read((tx) =>
    tx.user.findUniqueOrThrow({ where: { id: ctx.identity.userId }, select: { email: true } }),
  );
  return platform.adapters.mailbox.list({ to: email, limit: 100 });
};

const wants = (ctx: DealerContext, type: NewsType, channels: readonly string[]) =>
  setPreferences(ctx, {
    items: (["email", "sms", "push"] as const).map((channel) => ({
      type,
      channel,
      enabled: channels.includes(channel),
    })),
  });
const settle = (ctx: DealerContext, data: object) =>
  system().write((tx) =>
    tx.notificationSetting.upsert({
      where: { userId: ctx.identity.userId },
      create: { userId: ctx.identity.userId, ...data },
      update: data,
    }),
  );
const subscribe = async (ctx: DealerContext) => {
  const { endpoint, keys } = push.subscribe();
  const data = { id: newId(), userId: ctx.identity.userId, endpoint, ...keys };
  await system().write((tx) => tx.pushSubscription.create({ data }));
  return endpoint;
};

describe("a message", () => {
  it("is written once a person, channel and occasion, and sent once, however often it is told", async () => {
    const ctx = await createDealerContext(platform);
    await wants(ctx, "offer.created", ["sms", "email"]);
    const occasion = newId();
    await tell(ctx, { occasion });
    await tell(ctx, { occasion });
    await Promise.all([sendAll(), sendAll(), sendAll()]);
    expect(await textsTo(ctx)).toEqual([
      "Kontak: Ege Oto, Volkswagen Passat için 1.245.000 ₺ teklif etti. http://localhost:3002/teklifler/1",
    ]);
    expect(await mailsTo(ctx)).toHaveLength(1);
    const [email, sms] = await rowsOf(ctx);
    expect(sms).toMatchObject({
      state: "SENT",
      provider: "netgsm",
      providerCode: "00",
      costUnits: 2,
      attempts: 1,
      recipient: expect.stringMatching(/^\+9053.•••\d\d$/),
    });
    expect(email).toMatchObject({ state: "SENT", provider: "mailbox" });
  });

  it("reaches every browser of a person, and forgets those that are gone", async () => {
    const ctx = await createDealerContext(platform);
    await wants(ctx, "offer.created", ["push"]);
    const [alive, gone] = [await subscribe(ctx), await subscribe(ctx)];
    push.unsubscribe(gone);
    await tell(ctx);
    await sendAll();
    const got = push.sent.filter(({ endpoint }) => endpoint === alive);
    expect(got.map(({ payload }) => JSON.parse(payload))).toEqual([
      expect.objectContaining({
        title: "Yeni teklif geldi",
        body: expect.stringContaining("1.245.000 ₺"),
        url: "/teklifler/1",
      }),
    ]);
    const left = await system().read((tx) =>
      tx.pushSubscription.findMany({ where: { userId: ctx.identity.userId } }),
    );
    expect(left.map(({ endpoint }) => endpoint)).toEqual([alive]);
    expect(await rowsOf(ctx)).toEqual([expect.objectContaining({ state: "SENT" })]);
  });

  it("waits for the end of quiet hours unless it is urgent", async () => {
    const ctx = await createDealerContext(platform);
    const minute = minuteOfDay(platform.now());
    const quietUntil = (minute + 90) % 1_440;
    await settle(ctx, { quietFrom: (minute + 1_410) % 1_440, quietUntil });
    await wants(ctx, "offer.created", ["sms"]);
    await tell(ctx);
    await tell(ctx, { type: "offer.accepted" });
    await sendAll();
    expect((await textsTo(ctx)).map((text) => text.includes("anlaşıldı"))).toEqual([true]);
    const waiting = (await rowsOf(ctx)).find(({ state }) => state === "PENDING");
    expect(waiting).toMatchObject({ reason: "quiet_hours", lane: "bulk" });
    expect(minuteOfDay(waiting?.dueAt ?? new Date(0))).toBe(quietUntil);
    test.clock.advance(91 * 60_000);
    await sendAll();
    expect(await textsTo(ctx)).toHaveLength(2);
  });

  it("is kept to the day's cap, also when two events are told at once", async () => {
    const ctx = await createDealerContext(platform);
    await wants(ctx, "offer.created", ["sms"]);
    await Promise.all(Array.from({ length: DAILY_CAP.sms + 3 }, () => tell(ctx)));
    const states = (await rowsOf(ctx)).map(({ reason, state }) => `${state} ${reason}`);
    expect(states.filter((state) => state === "PENDING null")).toHaveLength(DAILY_CAP.sms);
    expect(states.filter((state) => state === "SUPPRESSED cap")).toHaveLength(3);
  });

  it("is kept to the cap by many events in one transaction, each of its kind and for its people", async () => {
    const [busy, quiet] = [
      await createDealerContext(platform),
      await createDealerContext(platform),
    ];
    await wants(busy, "offer.created", ["sms"]);
    await wants(busy, "offer.rejected", []);
    await wants(quiet, "offer.created", ["email"]);
    const many = Array.from({ length: DAILY_CAP.sms + 2 }, () => newsFor(busy));
    const others = [newsFor(busy, { type: "offer.rejected" }), newsFor(quiet)];
    const tellings = [...many, ...others].map((news) => ({ news: [news], occasion: newId() }));
    await system().write((tx) => noteAllNews(platform, tx, tellings));
    const states = (await rowsOf(busy)).map(({ channel, state }) => `${channel} ${state}`);
    expect(states.filter((state) => state === "sms PENDING")).toHaveLength(DAILY_CAP.sms);
    expect(states.filter((state) => state === "sms SUPPRESSED")).toHaveLength(2);
    expect(states).toHaveLength(DAILY_CAP.sms + 2);
    expect(await rowsOf(quiet)).toMatchObject([{ channel: "email", state: "PENDING" }]);
    const shown = await system().read((tx) =>
      tx.notification.groupBy({
        by: ["userId", "type"],
        where: { userId: { in: [busy.identity.userId, quiet.identity.userId] } },
        _count: true,
      }),
    );
    expect(shown.map(({ _count, type }) => `${type} ${_count}`).toSorted()).toEqual([
      "offer.created 1",
      `offer.created ${DAILY_CAP.sms + 2}`,
      "offer.rejected 1",
    ]);
  });

  it("that is commercial needs consent when it is written and when it is sent, and has a way out", async () => {
    const ctx = await createDealerContext(platform);
    const consent = (granted: boolean) =>
      system().write((tx) =>
        tx.consent.create({
          data: {
            id: newId(),
            userId: ctx.identity.userId,
            kind: "marketing",
            version: "test",
            granted,
            createdAt: platform.now(),
          },
        }),
      );
    await tell(ctx, { type: "platform.news" });
    expect(await rowsOf(ctx)).toEqual([
      expect.objectContaining({ state: "SUPPRESSED", reason: "no_consent" }),
    ]);
    await consent(true);
    await tell(ctx, { type: "platform.news" });
    await sendAll();
    expect(await mailsTo(ctx)).toHaveLength(1);
    await tell(ctx, { type: "platform.news" });
    test.clock.advance(1_000);
    await consent(false);
    await sendAll();
    expect(await mailsTo(ctx)).toHaveLength(1);
    expect((await rowsOf(ctx)).map(({ reason }) => reason)).toContain("no_consent");
  });
});

describe("the digest", () => {
  it("is one message a person and slot with everything that could wait", async () => {
    const ctx = await createDealerContext(platform);
    await settle(ctx, { digest: "HOURLY" });
    await wants(ctx, "offer.created", ["sms", "email"]);
    await tell(ctx);
    await tell(ctx);
    await tell(ctx, { type: "offer.closed", reason: "RIVAL_ACCEPTED" });
    await wants(ctx, "offer.closed", ["email"]);
    await tell(ctx, { type: "offer.closed", reason: "RIVAL_ACCEPTED" });
    await tell(ctx, { type: "offer.accepted" });
    await collectDigests(platform);
    await sendAll();
    expect((await mailsTo(ctx)).map(({ template }) => template)).toEqual(["offer.accepted"]);
    test.clock.advance(3_600_000);
    await Promise.all([collectDigests(platform), collectDigests(platform)]);
    await sendAll();
    const mails = (await mailsTo(ctx)).filter(({ template }) => template === "digest");
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe("Kontak: 3 yeni gelişme");
    expect(mails[0]?.text.match(/• /g)).toHaveLength(3);
    expect(mails[0]?.text).toContain("başka bir alıcıyla anlaşıldı");
    // What comes too late for a slot waits for the next one.
    await tell(ctx);
    await platform.database.pool.query(
      `update message_delivery h set due_at = (select max(due_at) from message_delivery d
          where d.user_id = h.user_id and d.state = 'DIGESTED')
        where user_id = $1 and state = 'HELD'`,
      [ctx.identity.userId],
    );
    await collectDigests(platform);
    await sendAll();
    expect((await mailsTo(ctx)).filter(({ template }) => template === "digest")).toHaveLength(1);
    test.clock.advance(3_600_000);
    await collectDigests(platform);
    await sendAll();
    expect((await mailsTo(ctx)).filter(({ template }) => template === "digest")).toHaveLength(2);
  });
});

describe("when something breaks", () => {
  async function waitingFor(count: number) {
    const people = await Promise.all(
      Array.from({ length: count }, () => createDealerContext(platform)),
    );
    for (const ctx of people) {
      await wants(ctx, "offer.created", ["sms"]);
      await tell(ctx);
    }
    return people;
  }

  it("a process that dies between sending and noting it leaves nothing doubled", async () => {
    const [ctx] = await waitingFor(1);
    if (!ctx) throw new Error("nobody");
    const [claimed] = await claimDue(platform, { lane: "bulk", limit: 1 });
    if (!claimed) throw new Error("nothing claimed");
    const message = (await composeDeliveries(platform, [claimed])).get(claimed.id);
    if (!message || "dropped" in message || message.channel !== "sms") throw new Error("no SMS");
    const { id: idempotencyKey, type: template } = claimed;
    await platform.adapters.sms.send({ ...message, template, idempotencyKey });
    // The process is gone here. Nobody takes the row before its lease is over.
    expect(await sendDue(platform, "bulk")).toBe(0);
    test.clock.advance(LEASE_MS + 1_000);
    await sendAll();
    expect(await textsTo(ctx)).toHaveLength(1);
    expect(await rowsOf(ctx)).toEqual([expect.objectContaining({ state: "SENT", attempts: 2 })]);
  });

  it("a provider that is down for ten minutes loses nothing and doubles nothing", async () => {
    const people = await waitingFor(12);
    await netgsm.down();
    const began = platform.now().getTime();
    while (platform.now().getTime() - began < 600_000) {
      await sendAll();
      test.clock.advance(10_000);
    }
    const states = await Promise.all(people.map(rowsOf));
    expect(states.flat().every(({ state }) => state === "PENDING")).toBe(true);
    await netgsm.up();
    for (let minute = 0; minute < 20; minute += 1) {
      await sendAll();
      test.clock.advance(60_000);
    }
    for (const ctx of people) {
      expect(await rowsOf(ctx)).toEqual([
        expect.objectContaining({ state: "SENT", provider: "netgsm", costUnits: 2 }),
      ]);
      expect(await textsTo(ctx)).toHaveLength(1);
    }
  });

  it("a provider that swallows answers is neither trusted nor asked again by itself", async () => {
    const [ctx] = await waitingFor(1);
    if (!ctx) throw new Error("nobody");
    netgsm.failNext({ kind: "cut", effect: "after" });
    await sendAll();
    expect(await rowsOf(ctx)).toEqual([
      expect.objectContaining({ state: "UNCERTAIN", reason: "unconfirmed" }),
    ]);
    test.clock.advance(KEEP_TRYING_MS.bulk / 2);
    await sendAll();
    expect(await textsTo(ctx)).toHaveLength(1);
  });

  it("gives up when it is too late, and says who said what", async () => {
    const [ctx] = await waitingFor(1);
    if (!ctx) throw new Error("nobody");
    netgsm.failAlways({ kind: "code", code: "100" });
    for (let hour = 0; hour < 26; hour += 1) {
      await sendAll();
      test.clock.advance(3_600_000);
    }
    const [row] = await rowsOf(ctx);
    expect(row).toMatchObject({ state: "FAILED", provider: "netgsm", providerCode: "100" });
    const tries = await system().read((tx) =>
      tx.messageAttempt.findMany({ where: { deliveryId: row?.id ?? "" } }),
    );
    expect(tries.length).toBeGreaterThan(3);
    expect(tries.every(({ code, outcome }) => code === "100" && outcome === "retry")).toBe(true);
  });
});
