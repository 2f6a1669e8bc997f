import type { TestPlatform } from "@oto/services/testing";
import {
  createPublicContext,
  createTestPlatform,
  createUser,
  deliverCode,
  newPhone,
  newVkn,
  TEST_PASSWORD,
  totpCode,
} from "@oto/services/testing";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readApiEnv } from "../../env";
import { buildServer } from "../../http/server";

let test: TestPlatform;
let server: FastifyInstance;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
  const { OTO_SECRET } = test.platform.env;
  const env = readApiEnv({ DATABASE_URL: test.databaseUrl, OTO_SECRET, OTO_ENV: "test" });
  server = await buildServer(test.platform, env);
});
afterAll(async () => {
  await server.close();
  await test.close();
});

interface Answer {
  status: number;
  data: Record<string, unknown>;
  error: { message: string; data: Record<string, unknown> };
}

async function call(
  path: string,
  input?: unknown,
  options: { token?: unknown; method?: "GET" | "POST" } = {},
): Promise<Answer> {
  const { token, method = "POST" } = options;
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await server.inject({
    method,
    url: `/trpc/${path}${method === "GET" ? query : ""}`,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(method === "POST" ? { "content-type": "application/json" } : {}),
    },
    ...(method === "POST" && input !== undefined ? { payload: JSON.stringify(input) } : {}),
  });
  const body = response.json();
  return { status: response.statusCode, data: body.result?.data, error: body.error };
}

const ctx = () => createPublicContext(test.platform);

describe("registration and review over HTTP", () => {
  it("goes from a phone to an approved gallery", async () => {
    const phone = newPhone();
    const spelled = `0${phone.slice(3)}`;
    const purpose = "register";
    const requested = await call("auth.requestOtp", { phone: spelled, purpose });
    expect(Object.keys(requested.data).sort()).toEqual(["expiresAt", "resendAt"]);
    const code = await deliverCode(ctx(), phone);
    const verified = await call("auth.verifyOtp", { phone: spelled, purpose, code });
    const application = {
      token: verified.data.token,
      owner: {
        firstName: "Ali",
        lastName: "Kaya",
        email: "ALI@kaya.example",
        password: "Uzun-bir-parola-9",
      },
      gallery: {
        name: "Kaya Oto",
        taxType: "VKN",
        taxNumber: "1234567891",
        licenceNo: "3400123",
        provinceCode: 34,
        district: "Kadıköy",
      },
      consents: { terms: true, kvkk: true },
    };
    const wrong = await call("auth.register", application);
    expect(wrong).toMatchObject({ status: 400, error: { data: { reason: "input.invalid" } } });
    expect(wrong.error.data.fields).toEqual({ "gallery.taxNumber": [expect.any(String)] });
    application.gallery.taxNumber = newVkn();
    const registered = await call("auth.register", application);
    expect(registered.data).toMatchObject({ status: "PENDING" });
    const { galleryId } = registered.data;

    const login = { identifier: "ali@kaya.example", password: application.owner.password };
    const dealer = (await call("auth.login", login)).data;
    expect(dealer).toMatchObject({
      expiresIn: 600,
      user: { role: "OWNER", galleryId, galleryStatus: "PENDING" },
    });
    const token = dealer.accessToken;
    const own = await call("gallery.me", undefined, { token, method: "GET" });
    expect(own.data).toMatchObject({ id: galleryId, status: "PENDING" });
    const trading = await call("inventory.list", {}, { token, method: "GET" });
    expect(trading).toMatchObject({
      status: 403,
      error: { data: { reason: "gallery.not_approved" } },
    });
    const deciding = await call("admin.galleries.approve", { galleryId }, { token });
    expect(deciding).toMatchObject({ status: 403 });

    const admin = await staffToken();
    const queue = await call("admin.galleries.list", undefined, { token: admin, method: "GET" });
    expect(queue.data.items).toEqual([expect.objectContaining({ galleryId, name: "Kaya Oto" })]);
    const approved = await call("admin.galleries.approve", { galleryId }, { token: admin });
    expect(approved.data).toEqual({ galleryId, status: "APPROVED" });
    const twice = await call("admin.galleries.approve", { galleryId }, { token: admin });
    expect(twice).toMatchObject({
      status: 409,
      error: { data: { reason: "gallery.wrong_state" } },
    });
    const now = await call("inventory.list", {}, { token, method: "GET" });
    expect(now.status).toBe(200);
  });
});

/** Signs a superadmin in through the second factor's set-up. */
async function staffToken(): Promise<unknown> {
  const { email } = await createUser(test.platform, { platformRole: "SUPERADMIN" });
  const login = { identifier: email, password: TEST_PASSWORD };
  const asked = await call("auth.login", login);
  expect(asked).toMatchObject({ status: 401, error: { data: { reason: "auth.totp_required" } } });
  const { secret } = asked.error.data.enrol as { secret: string };
  const totp = totpCode(test.platform, secret);
  return (await call("auth.login", { ...login, totp })).data.accessToken;
}

describe("sessions over HTTP", () => {
  it("let nobody in without a token, and end with a sign-out", async () => {
    const user = await createUser(test.platform, { platformRole: "SUPPORT" });
    expect(await call("auth.me", undefined, { method: "GET" })).toMatchObject({
      status: 401,
      error: { data: { reason: "auth.unauthenticated", code: "UNAUTHORIZED" } },
    });
    expect(await call("auth.login", { identifier: user.email, password: "wrong" })).toMatchObject({
      status: 401,
      error: {
        message: "Telefon, e-posta ya da şifre hatalı.",
        data: { reason: "auth.credentials_invalid", requestId: expect.any(String) },
      },
    });
    const token = await staffToken();
    const mine = await call("auth.me", undefined, { token, method: "GET" });
    expect(mine.data).toMatchObject({ user: { role: "SUPERADMIN" }, gallery: null });
    const ticket = await call("auth.wsTicket", undefined, { token });
    expect(ticket.data).toEqual({ ticket: expect.any(String), expiresAt: expect.any(String) });
    expect((await call("auth.logout", {}, { token })).data).toEqual({ ok: true });
    expect((await call("auth.me", undefined, { token, method: "GET" })).status).toBe(401);
  });
});
