import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createPublicContext,
  createStaffContext,
  createTestPlatform,
  TEST_PASSWORD,
  totpCode,
} from "../testing";
import { login } from "./login.service";
import { me } from "./me.service";
import { changePassword } from "./password.service";
import { confirmTotp, disableTotp, renewCodes, startTotp } from "./second-factor.service";

let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
});
afterAll(() => test.close());

const ctx = () => createPublicContext(test.platform);

async function enrolled() {
  const dealer = await createDealerContext(test.platform);
  const { email } = (await me(dealer)).user;
  const { secret } = await startTotp(dealer);
  /** A code that was not used yet: a step counts once. */
  const code = () => {
    test.clock.advance(30_000);
    return totpCode(test.platform, secret);
  };
  const { codes } = await confirmTotp(dealer, { code: code() });
  const attempt = (more: object = {}, password = TEST_PASSWORD) =>
    login(ctx(), { identifier: email, password, ...more });
  return { dealer, email, code, codes, attempt };
}

const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => error.reason,
  );

describe("second factor of a dealer", () => {
  it("is off at first, on with a first code, and then asked for at every sign-in", async () => {
    const { dealer, attempt, code, codes } = await enrolled();
    expect(codes).toHaveLength(10);
    expect((await me(dealer)).user).toMatchObject({ totpEnabled: true, recoveryCodesLeft: 10 });
    expect(await reasonOf(attempt())).toBe("auth.totp_required");
    expect(await reasonOf(attempt({ totp: "000000" }))).toBe("auth.totp_invalid");
    expect((await attempt({ totp: code() })).user.role).toBe("OWNER");
    expect(await reasonOf(startTotp(dealer))).toBe("auth.totp_enabled");
  });

  it("is not on before a code was right", async () => {
    const dealer = await createDealerContext(test.platform);
    await startTotp(dealer);
    expect(await reasonOf(confirmTotp(dealer, { code: "000000" }))).toBe("auth.totp_invalid");
    expect((await me(dealer)).user.totpEnabled).toBe(false);
  });

  it("takes each recovery code once, in any spelling, from its owner only", async () => {
    const mine = await enrolled();
    const other = await enrolled();
    const [first = "", second = ""] = mine.codes;
    expect(first).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    expect(await reasonOf(other.attempt({ totp: first }))).toBe("auth.totp_invalid");
    await mine.attempt({ totp: first.toLowerCase().replace("-", " ") });
    expect(await reasonOf(mine.attempt({ totp: first }))).toBe("auth.totp_invalid");
    const parallel = await Promise.all(
      Array.from({ length: 4 }, () => reasonOf(mine.attempt({ totp: second }))),
    );
    expect(parallel.filter((reason) => reason === "done")).toHaveLength(1);
    expect((await me(mine.dealer)).user.recoveryCodesLeft).toBe(8);
    const { codes } = await renewCodes(mine.dealer, { code: mine.code() });
    expect(await reasonOf(mine.attempt({ totp: mine.codes[3] ?? "" }))).toBe("auth.totp_invalid");
    expect(await reasonOf(mine.attempt({ totp: codes[3] ?? "" }))).toBe("done");
  });

  it("stores no recovery code that could be read", async () => {
    const { codes } = await enrolled();
    const { rows } = await test.platform.database.pool.query("select code_hash from recovery_code");
    const stored = JSON.stringify(rows);
    expect(codes.some((code) => stored.includes(code))).toBe(false);
  });

  it("is turned off with password and code, never for staff", async () => {
    const { dealer, code, attempt } = await enrolled();
    const wrong = disableTotp(dealer, { code: code(), password: "wrong" });
    expect(await reasonOf(wrong)).toBe("auth.credentials_invalid");
    await disableTotp(dealer, { code: code(), password: TEST_PASSWORD });
    expect(await reasonOf(attempt())).toBe("done");
    const staff: SessionContext = await createStaffContext(test.platform);
    const off = disableTotp(staff, { code: "000000", password: TEST_PASSWORD });
    expect(await reasonOf(off)).toBe("auth.totp_forced");
  });

  it("counts wrong codes of somebody signed in like failed sign-ins", async () => {
    const { dealer } = await enrolled();
    const reasons: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      reasons.push(await reasonOf(renewCodes(dealer, { code: "000000" })));
    }
    expect(reasons.at(-1)).toBe("auth.locked");
  });
});

describe("a remembered device", () => {
  it("is not asked again for a month, until the password changes", async () => {
    const { dealer, code, attempt } = await enrolled();
    const plain = await attempt({ totp: code() });
    expect(plain.deviceToken).toBeUndefined();
    const { deviceToken } = await attempt({ totp: code(), rememberDevice: true });
    expect(await reasonOf(attempt({ deviceToken }))).toBe("done");
    expect(await reasonOf(attempt({ deviceToken: "x".repeat(43) }))).toBe("auth.totp_required");
    expect(await reasonOf(attempt({ deviceToken }, "wrong"))).toBe("auth.credentials_invalid");
    const newPassword = "Yepyeni-bir-parola-9";
    await changePassword(dealer, { currentPassword: TEST_PASSWORD, newPassword });
    expect(await reasonOf(attempt({ deviceToken }, newPassword))).toBe("auth.totp_required");
    const again = await attempt({ totp: code(), rememberDevice: true }, newPassword);
    test.clock.advance(30 * 24 * 3_600_000 + 1);
    const late = attempt({ deviceToken: again.deviceToken }, newPassword);
    expect(await reasonOf(late)).toBe("auth.totp_required");
  });
});
