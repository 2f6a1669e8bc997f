import { registrationInput } from "@oto/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createPublicContext,
  createTestPlatform,
  newPhone,
  newVkn,
  obtainPhoneToken,
} from "../testing";
import { register } from "./registration.service";

let test: TestPlatform;
let ctx: PublicContext;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
  ctx = createPublicContext(test.platform);
});
afterAll(() => test.close());

let serial = 0;
function application(token: string, change: { email?: string; taxNumber?: string } = {}) {
  serial += 1;
  return registrationInput.parse({
    token,
    owner: {
      firstName: "Ayşe",
      lastName: "Yıldız",
      email: change.email ?? `ayse${serial}@yildiz.example`,
      password: "Uzun-bir-parola-9",
    },
    gallery: {
      name: "Yıldız Oto",
      taxType: "VKN",
      taxNumber: change.taxNumber ?? newVkn(),
      licenceNo: "3400123",
      provinceCode: 34,
      district: "kadikoy",
    },
    consents: { terms: true, kvkk: true },
  });
}

const apply = async (change?: { email?: string; taxNumber?: string }) =>
  register(ctx, application(await obtainPhoneToken(ctx, newPhone()), change));

const row = async (sql: string, id: string) =>
  (await test.platform.database.pool.query(sql, [id])).rows[0];

describe("register", () => {
  it("writes person, gallery, consents, history and event together", async () => {
    const { galleryId, userId, status } = await apply();
    expect(status).toBe("PENDING");
    const gallery = await row("select * from gallery where id = $1", galleryId);
    expect(gallery).toMatchObject({ status: "PENDING", district: "Kadıköy", slug: /^yildiz-oto/ });
    const consents = await row(
      "select json_object_agg(kind, granted) as given from consent where user_id = $1",
      userId,
    );
    expect(consents.given).toEqual({ terms: true, kvkk: true, marketing: false });
    const event = await row(
      "select name, payload from outbox_event where aggregate_id = $1",
      galleryId,
    );
    expect(event).toEqual({ name: "gallery.registered", payload: { galleryId, userId } });
    const review = await row("select action from gallery_review where gallery_id = $1", galleryId);
    expect(review.action).toBe("submit");
    const member = await row("select role from membership where user_id = $1", userId);
    expect(member.role).toBe("OWNER");
  });

  it("names the duplicate and its field, and leaves the token usable", async () => {
    const phone = newPhone();
    const taxNumber = newVkn();
    const email = "ilk@yildiz.example";
    await register(ctx, application(await obtainPhoneToken(ctx, phone), { email, taxNumber }));
    const token = await obtainPhoneToken(ctx, newPhone());
    await expect(register(ctx, application(token, { email }))).rejects.toMatchObject({
      reason: "auth.email_taken",
      details: { fields: { "owner.email": [expect.stringContaining("e-posta")] } },
    });
    await expect(register(ctx, application(token, { taxNumber }))).rejects.toMatchObject({
      reason: "gallery.tax_number_taken",
      details: { fields: { "gallery.taxNumber": [expect.any(String)] } },
    });
    await expect(register(ctx, application(token))).resolves.toMatchObject({ status: "PENDING" });
    await expect(register(ctx, application(token))).rejects.toMatchObject({
      reason: "auth.token_invalid",
    });
    test.clock.advance(60_000);
    const again = await obtainPhoneToken(ctx, phone);
    await expect(register(ctx, application(again))).rejects.toMatchObject({
      reason: "auth.phone_taken",
    });
  });

  it("lets one of several parallel registrations with the same data through", async () => {
    const email = "ayni@yildiz.example";
    const tokens = await Promise.all(
      Array.from({ length: 4 }, () => obtainPhoneToken(ctx, newPhone())),
    );
    const outcomes = await Promise.allSettled(
      tokens.map((token) => register(ctx, application(token, { email }))),
    );
    const reasons = outcomes.map((o) => (o.status === "rejected" ? o.reason.reason : "in")).sort();
    expect(reasons).toEqual(["auth.email_taken", "auth.email_taken", "auth.email_taken", "in"]);
  });

  it("gives galleries of one name addresses of their own, also at the same moment", async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => apply()));
    const slugs = await Promise.all(
      made.map(
        async ({ galleryId }) =>
          (await row("select slug from gallery where id = $1", galleryId)).slug,
      ),
    );
    expect(new Set(slugs).size).toBe(4);
  });

  it("spends one token once, however many use it at a time", async () => {
    const token = await obtainPhoneToken(ctx, newPhone());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => register(ctx, application(token))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("refuses a token of another purpose, and one that is too old", async () => {
    const reset = await obtainPhoneToken(ctx, await phoneOfSomebody(), "reset");
    await expect(register(ctx, application(reset))).rejects.toMatchObject({
      reason: "auth.token_invalid",
    });
    const token = await obtainPhoneToken(ctx, newPhone());
    test.clock.advance(15 * 60_000 + 1);
    await expect(register(ctx, application(token))).rejects.toMatchObject({
      reason: "auth.token_invalid",
    });
  });
});

async function phoneOfSomebody(): Promise<string> {
  const { userId } = await apply();
  test.clock.advance(60_000);
  return (await row("select phone from app_user where id = $1", userId)).phone;
}
