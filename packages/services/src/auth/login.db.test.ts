import { formatPhone } from "@oto/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createGallery,
  createPublicContext,
  createTestPlatform,
  createUser,
  obtainPhoneToken,
  TEST_PASSWORD,
  totpCode,
} from "../testing";
import { resolveIdentity } from "./identity.service";
import { login } from "./login.service";
import { changePassword, resetPassword } from "./password.service";
import { ensureSuperadmin } from "./superadmin.service";

let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
});
afterAll(() => test.close());

const ctx = () => createPublicContext(test.platform);
const attempt = (identifier: string, password = TEST_PASSWORD, totp?: string) =>
  login(ctx(), { identifier, password, ...(totp ? { totp } : {}) });
const reasonOf = (identifier: string, password: string, totp?: string): Promise<string> =>
  attempt(identifier, password, totp).then(
    () => "in",
    (error) => error.reason,
  );

async function dealer() {
  const gallery = await createGallery(test.platform);
  const member = { galleryId: gallery.id, role: "OWNER" } as const;
  return { gallery, user: await createUser(test.platform, { member }) };
}

describe("login", () => {
  it("takes e-mail and any spelling of the phone, and says who came", async () => {
    const { gallery, user } = await dealer();
    for (const identifier of [
      user.email.toUpperCase(),
      user.phone,
      user.phone.slice(3),
      formatPhone(user.phone),
    ]) {
      expect(await attempt(identifier)).toMatchObject({
        expiresIn: 600,
        user: { id: user.id, role: "OWNER", galleryId: gallery.id, galleryStatus: "APPROVED" },
      });
    }
  });

  it("locks after five failures, longer each time; known and unknown names alike", async () => {
    const { user } = await dealer();
    const seen: Record<string, string[]> = {};
    for (const name of [user.email, "nobody@test.example", "05999999999", "???"]) {
      const reasons: string[] = [];
      for (let n = 0; n < 6; n += 1) reasons.push(await reasonOf(name, "wrong-password"));
      seen[name] = reasons;
    }
    const expected = [...Array(5).fill("auth.credentials_invalid"), "auth.locked"];
    expect(Object.values(seen)).toEqual(Array(4).fill(expected));

    expect(await reasonOf(user.email, TEST_PASSWORD)).toBe("auth.locked");
    test.clock.advance(60_001);
    expect(await reasonOf(user.email, "wrong-password")).toBe("auth.credentials_invalid");
    test.clock.advance(60_001);
    expect(await reasonOf(user.email, TEST_PASSWORD)).toBe("auth.locked");
    test.clock.advance(60_001);
    expect(await reasonOf(user.email, TEST_PASSWORD)).toBe("in");
    expect(await reasonOf(user.email, "wrong-password")).toBe("auth.credentials_invalid");
  });

  it("judges parallel guesses in turn, and lets parallel right ones in", async () => {
    const { user } = await dealer();
    const wrong = await Promise.all(
      Array.from({ length: 20 }, () => reasonOf(user.email, "wrong-password")),
    );
    expect(wrong.filter((r) => r === "auth.credentials_invalid")).toHaveLength(5);
    test.clock.advance(3_600_000);
    const right = await Promise.all(
      Array.from({ length: 10 }, () => reasonOf(user.email, TEST_PASSWORD)),
    );
    expect(right).toEqual(Array(10).fill("in"));
  });

  it("never takes a longer text for the password it begins with", async () => {
    const { user } = await dealer();
    const long = "Parola-".repeat(10).slice(0, 70);
    const session = await createDealerContext(test.platform);
    await changePassword(session, { currentPassword: TEST_PASSWORD, newPassword: `${long}ab` });
    const own = await test.platform.database.pool.query(
      "select email from app_user where id = $1",
      [session.identity.userId],
    );
    const { email } = own.rows[0];
    expect(await reasonOf(email, `${long}ab`)).toBe("in");
    expect(await reasonOf(email, `${long}abc`)).toBe("auth.credentials_invalid");
    expect(await reasonOf(user.email, `${TEST_PASSWORD} `)).toBe("auth.credentials_invalid");
  });
});

describe("second factor of staff", () => {
  it("is set up at the first sign-in, and each code works once", async () => {
    const email = "super@test.example";
    const password = "Cok-gizli-parola-1";
    expect(await ensureSuperadmin(test.platform, { email, password })).toEqual({
      email,
      created: true,
      password: null,
    });
    const asked = await attempt(email, password).catch((error) => error);
    const { secret, otpauthUrl } = asked.details.enrol;
    expect(otpauthUrl).toMatch(/^otpauth:\/\/totp\/Kontak:super%40test\.example\?/);
    // Looking again shows the same seed, so that scanning once is enough.
    const again = await attempt(email, password).catch((error) => error);
    expect(again.details.enrol.secret).toBe(secret);
    const code = () => totpCode(test.platform, secret);

    expect(await reasonOf(email, "wrong-password", code())).toBe("auth.credentials_invalid");
    expect(await reasonOf(email, password, "000000")).toBe("auth.totp_invalid");
    const first = code();
    expect(await attempt(email, password, first)).toMatchObject({ user: { role: "SUPERADMIN" } });
    expect(await reasonOf(email, password, first)).toBe("auth.totp_invalid");
    const enrolled = await attempt(email, password).catch((error) => error);
    expect(enrolled).toMatchObject({ reason: "auth.totp_required", details: undefined });
    test.clock.advance(30_000);
    const parallel = await Promise.all([
      reasonOf(email, password, code()),
      reasonOf(email, password, code()),
    ]);
    expect(parallel.sort()).toEqual(["auth.totp_invalid", "in"]);
  });

  it("counts wrong codes like wrong passwords", async () => {
    const { email } = await createUser(test.platform, { platformRole: "SUPPORT" });
    await reasonOf(email, TEST_PASSWORD);
    const reasons: string[] = [];
    for (let n = 0; n < 6; n += 1) reasons.push(await reasonOf(email, TEST_PASSWORD, "000000"));
    expect(reasons.at(-1)).toBe("auth.locked");
  });

  it("is not asked for where the installation switched it off", async () => {
    const { email } = await createUser(test.platform, { platformRole: "SUPPORT" });
    const relaxed = { ...ctx(), env: { ...test.platform.env, OTO_REQUIRE_TOTP: false } };
    const tokens = await login(relaxed, { identifier: email, password: TEST_PASSWORD });
    expect(tokens.user.role).toBe("SUPPORT");
  });

  it("makes one superadmin only", async () => {
    const again = await Promise.all([
      ensureSuperadmin(test.platform, { email: "second@test.example" }),
      ensureSuperadmin(test.platform, { email: "third@test.example" }),
    ]);
    expect(again.every(({ created }) => !created)).toBe(true);
  });
});

describe("passwords", () => {
  it("are reset by phone; every session ends and the token is spent", async () => {
    const { user } = await dealer();
    const { accessToken } = await attempt(user.email);
    const token = await obtainPhoneToken(ctx(), user.phone, "reset");
    await resetPassword(ctx(), { token, password: "Yepyeni-parola-7" });
    expect(await resolveIdentity(test.platform, accessToken)).toBeNull();
    expect(await reasonOf(user.email, TEST_PASSWORD)).toBe("auth.credentials_invalid");
    expect(await reasonOf(user.email, "Yepyeni-parola-7")).toBe("in");
    await expect(
      resetPassword(ctx(), { token, password: "Baska-parola-77" }),
    ).rejects.toMatchObject({
      reason: "auth.token_invalid",
    });
  });

  it("are changed with the old one; other sessions end, this one goes on", async () => {
    const { user } = await dealer();
    const mine = await attempt(user.email);
    const elsewhere = await attempt(user.email);
    const identity = await resolveIdentity(test.platform, mine.accessToken);
    if (!identity) throw new Error("not signed in");
    const session = { ...ctx(), identity };
    const newPassword = "Yepyeni-parola-8";
    await expect(
      changePassword(session, { currentPassword: "wrong", newPassword }),
    ).rejects.toMatchObject({ reason: "auth.credentials_invalid" });
    await changePassword(session, { currentPassword: TEST_PASSWORD, newPassword });
    expect(await resolveIdentity(test.platform, mine.accessToken)).not.toBeNull();
    expect(await resolveIdentity(test.platform, elsewhere.accessToken)).toBeNull();
  });
});
