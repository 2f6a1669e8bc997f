import { newId } from "@oto/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffContext } from "../context";
import { sendDue, unsubscribe } from "../notification";
import { getPushState, subscribePush } from "../notification/push/push-subscription.service";
import { unsubscribeToken } from "../notification/unsubscribe-token";
import { createSavedSearch, listSavedSearches, savedSearchCreateInput } from "../search";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createPublicContext,
  createStaffContext,
  createTestPlatform,
} from "../testing";
import {
  getDelivery,
  getTemplate,
  listDeliveries,
  listTemplates,
  previewTemplate,
  retryDelivery,
  revertTemplate,
  saveTemplate,
  sendTestMessage,
  sumDeliveries,
} from ".";

let test: TestPlatform;
let staff: StaffContext;

beforeAll(async () => {
  test = await createTestPlatform();
  staff = await createStaffContext(test.platform);
});
afterAll(() => test.close());

const system = () => test.platform.database.unsafeSystem("tests look at messages");
const KEY = { name: "offer.rejected", channel: "sms", locale: "tr" } as const;
const GOOD = { subject: null, body: "{counterpart} reddetti: {vehicleTitle} {url}" } as const;

async function waiting(userId: string, more: object = {}) {
  const id = newId();
  const now = test.platform.now();
  await system().write((tx) =>
    tx.messageDelivery.create({
      data: {
        id,
        dedupeKey: id,
        recipientKey: userId,
        userId,
        type: "offer.rejected",
        channel: "sms",
        lane: "bulk",
        state: "PENDING",
        params: { vehicleTitle: "Passat", counterpart: "Ege Oto" },
        href: "/teklifler/1",
        dueAt: now,
        createdAt: now,
        ...more,
      },
    }),
  );
  return id;
}

describe("texts", () => {
  it("cannot be saved with an unknown or without a required variable", async () => {
    for (const body of ["{vehicleTitle} {fiyat} {url}", "{vehicleTitle}", "{url", ""]) {
      const text = { ...KEY, subject: null, body };
      expect(previewTemplate(staff, text).problems).not.toEqual([]);
      await expect(saveTemplate(staff, { ...text, version: 0 })).rejects.toMatchObject({
        reason: "message.template_invalid",
      });
    }
    expect((await getTemplate(staff, KEY)).version).toBe(0);
    const missing = { ...KEY, name: "constructor" };
    await expect(getTemplate(staff, missing)).rejects.toMatchObject({ reason: "notfound" });
    await expect(getTemplate(staff, { ...KEY, name: "otp", channel: "email" })).rejects.toThrow();
  });

  it("are used from the moment they are saved, and given back as a version", async () => {
    const { identity } = await createDealerContext(test.platform);
    const saved = await saveTemplate(staff, { ...KEY, ...GOOD, version: 0, note: "kısa" });
    expect(saved).toMatchObject({ version: 1, changed: true, text: GOOD });
    const said = async () => {
      const id = await waiting(identity.userId);
      while ((await sendDue(test.platform, "bulk")) > 0);
      const { phone } = await system().read((tx) =>
        tx.user.findUniqueOrThrow({ where: { id: identity.userId }, select: { phone: true } }),
      );
      expect((await getDelivery(staff, { deliveryId: id })).state).toBe("SENT");
      return (await test.platform.adapters.mailbox.list({ to: phone ?? "" }))[0]?.text;
    };
    expect(await said()).toBe("Ege Oto reddetti: Passat http://localhost:3002/teklifler/1");
    const back = await revertTemplate(staff, { ...KEY, version: 1 });
    expect(back).toMatchObject({ version: 2, changed: false });
    expect(back.versions.map(({ text }) => text)).toEqual([null, GOOD]);
    expect(await said()).toContain("verdiğiniz teklifi reddetti");
  });

  it("of two people who saw the same version are saved by one", async () => {
    const key = { ...KEY, locale: "en" as const, version: 0 };
    const text = { subject: null, body: "{vehicleTitle} {url}" };
    const results = await Promise.allSettled([
      saveTemplate(staff, { ...key, ...text }),
      saveTemplate(staff, { ...key, ...text }),
      revertTemplate(staff, key),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [summary] = (await listTemplates(staff)).items.filter(({ name }) => name === KEY.name);
    expect(summary?.channels).toEqual(["app", "email", "sms", "push"]);
  });

  it("are tried out on their writer alone, through the real senders", async () => {
    const answer = await sendTestMessage(staff, { ...KEY, ...GOOD });
    expect(answer).toMatchObject({ provider: "mailbox", code: "00" });
    const { phone } = await system().read((tx) =>
      tx.user.findUniqueOrThrow({
        where: { id: staff.identity.userId },
        select: { phone: true },
      }),
    );
    const [sms] = await test.platform.adapters.mailbox.list({ to: phone ?? "" });
    expect(sms).toMatchObject({
      template: "test:offer.rejected",
      text: expect.stringContaining("Ege Otomotiv reddetti: 2019 Volkswagen Passat"),
    });
  });
});

describe("the delivery log", () => {
  it("filters, sums, and sends again what failed, but no code and nothing that was sent", async () => {
    const { identity } = await createDealerContext(test.platform);
    const { userId } = identity;
    const settled = { settledAt: test.platform.now() };
    const failed = await waiting(userId, { state: "FAILED", ...settled, provider: "netgsm" });
    const uncertain = await waiting(userId, {
      state: "UNCERTAIN",
      ...settled,
      provider: "netgsm",
      costUnits: 2,
    });
    const code = await waiting(userId, { state: "FAILED", ...settled, type: "otp", lane: "otp" });
    await test.platform.database.pool.query(
      "insert into send_ledger (channel, idempotency_key, state, provider) values ('sms', $1, 'UNKNOWN', 'netgsm')",
      [uncertain],
    );
    const mine = { userId, days: 7 };
    const { items } = await listDeliveries(staff, { ...mine, limit: 2 });
    expect(items.map(({ id }) => id)).toEqual([code, uncertain]);
    expect(await sumDeliveries(staff, mine)).toMatchObject({
      byProvider: [{ provider: "netgsm", channel: "sms", count: 2, costUnits: 2 }],
    });
    for (const deliveryId of [failed, uncertain]) {
      expect((await retryDelivery(staff, { deliveryId })).state).toBe("PENDING");
    }
    while ((await sendDue(test.platform, "bulk")) > 0);
    const detail = await getDelivery(staff, { deliveryId: uncertain });
    expect(detail).toMatchObject({
      state: "SENT",
      tries: [expect.objectContaining({ provider: "mailbox", outcome: "sent" })],
    });
    for (const deliveryId of [code, failed]) {
      await expect(retryDelivery(staff, { deliveryId })).rejects.toMatchObject({
        reason: "message.not_retryable",
      });
    }
  });
});

describe("a person's way out and in", () => {
  it("takes back the consent of whoever the link was given to, once, and tells the register", async () => {
    const { identity } = await createDealerContext(test.platform);
    const { userId } = identity;
    await system().write((tx) =>
      tx.consent.create({
        data: {
          id: newId(),
          userId,
          kind: "marketing",
          version: "test",
          granted: true,
          createdAt: test.platform.now(),
        },
      }),
    );
    const ctx = createPublicContext(test.platform);
    const token = unsubscribeToken(test.platform, { kind: "marketing", userId });
    test.clock.advance(1_000);
    expect(await unsubscribe(ctx, token)).toBe(true);
    expect(await unsubscribe(ctx, token)).toBe(true);
    const consents = await system().read((tx) =>
      tx.consent.findMany({ where: { userId, granted: false }, select: { id: true } }),
    );
    expect(consents).toHaveLength(1);
    const records = await system().read((tx) =>
      tx.iysRecord.findMany({ where: { consentId: consents[0]?.id ?? "" } }),
    );
    expect(records.every(({ status }) => status === "RET")).toBe(true);
    expect(records.length).toBeGreaterThan(1);
    for (const forged of ["", token.slice(0, -2), `${newId()}.${token.split(".")[1]}`, "a.b.c"]) {
      expect(await unsubscribe(ctx, forged)).toBe(false);
    }
  });

  it("ends the alerts of a saved search by the link in their mail, and nothing else", async () => {
    const dealer = await createDealerContext(test.platform);
    const create = (name: string) =>
      createSavedSearch(dealer, savedSearchCreateInput.parse({ name, q: "egea", alert: "DAILY" }));
    const [ended, other] = [await create("Egea"), await create("Başka")];
    const { savedSearchId } = ended;
    const id = await waiting(dealer.identity.userId, {
      type: "search.digest",
      channel: "email",
      params: { name: "Egea", count: 3, savedSearchId },
      href: `/pazar?arama=${savedSearchId}`,
    });
    await sendDue(test.platform, "bulk");
    expect((await getDelivery(staff, { deliveryId: id })).state).toBe("SENT");
    const ctx = createPublicContext(test.platform);
    const token = unsubscribeToken(test.platform, { kind: "search", savedSearchId });
    const alerts = async () => {
      const { items } = await listSavedSearches(dealer);
      return Object.fromEntries(items.map((item) => [item.savedSearchId, item.alert]));
    };
    const asPerson = unsubscribeToken(test.platform, { kind: "marketing", userId: savedSearchId });
    for (const forged of [token.slice(0, -2), token.slice(2), `s.${asPerson}`, "s..", "s."]) {
      expect(await unsubscribe(ctx, forged)).toBe(false);
    }
    expect((await alerts())[savedSearchId]).toBe("DAILY");
    expect(await unsubscribe(ctx, token)).toBe(true);
    expect(await unsubscribe(ctx, token)).toBe(true);
    expect(await alerts()).toEqual({ [savedSearchId]: "OFF", [other.savedSearchId]: "DAILY" });
  });

  it("subscribes browsers of push services and nothing else; an address has one owner", async () => {
    const [a, b] = [
      await createDealerContext(test.platform),
      await createDealerContext(test.platform),
    ];
    const keys = { p256dh: "B".repeat(87), auth: "a".repeat(22) };
    const endpoint = `https://fcm.googleapis.com/fcm/send/${newId()}`;
    for (const bad of [
      "https://example.com/x",
      "http://169.254.169.254/",
      "https://fcm.googleapis.com:8443/x",
    ]) {
      await expect(subscribePush(a, { endpoint: bad, keys })).rejects.toMatchObject({
        reason: "message.push_address",
      });
    }
    expect(await subscribePush(a, { endpoint, keys })).toMatchObject({ browsers: 1 });
    expect(await subscribePush(b, { endpoint, keys })).toMatchObject({ browsers: 1 });
    const { browsers, publicKey } = await getPushState(a);
    expect(browsers).toBe(0);
    expect(Buffer.from(publicKey, "base64url")).toHaveLength(65);
    const { rows } = await test.platform.database.pool.query<{ private_cipher: string }>(
      "select private_cipher from push_key",
    );
    expect(rows).toEqual([{ private_cipher: expect.stringMatching(/^env1\./) }]);
  });
});
