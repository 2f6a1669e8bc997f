import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createPublicContext,
  createTestPlatform,
  deliverCode,
  newPhone,
  TEST_PASSWORD,
} from "../testing";
import {
  forgetLinkToken,
  requestEmailVerification,
  requestPasswordReset,
  sendLink,
  verifyEmail,
} from "./email-link.service";
import { login } from "./login.service";
import { me } from "./me.service";
import { requestOtp } from "./otp.service";
import { resetPassword } from "./password.service";
import { changePhone, requestPhoneChange } from "./phone-change.service";

let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
});
afterAll(() => test.close());

const ctx = () => createPublicContext(test.platform);
const system = () => test.platform.database.unsafeSystem("a test looks at what was asked for");
const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => error.reason,
  );

/** Delivers the newest link of an address as the worker would; its token, or null. */
async function deliverLink(email: string): Promise<string | null> {
  const { id } = await system().read((tx) =>
    tx.emailToken.findFirstOrThrow({ where: { email }, orderBy: { id: "desc" } }),
  );
  await sendLink(test.platform, { emailTokenId: id, idempotencyKey: `test:${id}` });
  await sendLink(test.platform, { emailTokenId: id, idempotencyKey: `test:${id}` });
  await system().write((tx) => forgetLinkToken(tx, id));
  const messages = await test.platform.adapters.mailbox.list({ to: email });
  return /#token=([\w-]+)/.exec(messages[0]?.text ?? "")?.[1] ?? null;
}

async function dealer() {
  const session = await createDealerContext(test.platform);
  return { session, user: (await me(session)).user };
}

describe("a link by e-mail", () => {
  it("sets a new password once, and proves the address by the way", async () => {
    const { session, user } = await dealer();
    expect(await requestPasswordReset(ctx(), { email: user.email })).toEqual({ ok: true });
    const token = (await deliverLink(user.email)) ?? "";
    const password = "Yepyeni-bir-parola-3";
    await resetPassword(ctx(), { token, password });
    expect(await reasonOf(resetPassword(ctx(), { token, password }))).toBe("auth.token_invalid");
    await login(ctx(), { identifier: user.email, password });
    expect((await me(session)).user.emailVerified).toBe(true);
  });

  it("ends after half an hour", async () => {
    const { user } = await dealer();
    await requestPasswordReset(ctx(), { email: user.email });
    const token = (await deliverLink(user.email)) ?? "";
    test.clock.advance(30 * 60_000 + 1);
    const late = resetPassword(ctx(), { token, password: "Yepyeni-bir-parola-4" });
    expect(await reasonOf(late)).toBe("auth.token_invalid");
  });

  it("answers alike for an address that nobody has, and sends nothing there", async () => {
    const email = "nobody-at-all@test.example";
    expect(await requestPasswordReset(ctx(), { email })).toEqual({ ok: true });
    expect(await deliverLink(email)).toBeNull();
    expect(await test.platform.adapters.mailbox.list({ to: email })).toEqual([]);
  });

  it("stops sending after six a day, without saying so", async () => {
    const { user } = await dealer();
    for (let n = 0; n < 8; n += 1) {
      expect(await requestPasswordReset(ctx(), { email: user.email })).toEqual({ ok: true });
      await deliverLink(user.email);
    }
    expect(await test.platform.adapters.mailbox.list({ to: user.email })).toHaveLength(6);
  });

  it("verifies an address once, and serves no other purpose", async () => {
    const { session, user } = await dealer();
    expect(user.emailVerified).toBe(false);
    await requestEmailVerification(session);
    const token = (await deliverLink(user.email)) ?? "";
    const reset = resetPassword(ctx(), { token, password: "Yepyeni-bir-parola-5" });
    expect(await reasonOf(reset)).toBe("auth.token_invalid");
    await verifyEmail(ctx(), { token });
    expect((await me(session)).user.emailVerified).toBe(true);
    expect(await reasonOf(verifyEmail(ctx(), { token }))).toBe("auth.link_invalid");
    expect(await reasonOf(requestEmailVerification(session))).toBe("auth.email_already_verified");
  });
});

describe("another phone", () => {
  it("needs the password and the codes of both numbers", async () => {
    const { session, user } = await dealer();
    const phone = newPhone();
    const wrong = requestPhoneChange(session, { phone, password: "wrong" });
    expect(await reasonOf(wrong)).toBe("auth.credentials_invalid");
    const asked = await requestPhoneChange(session, { phone, password: TEST_PASSWORD });
    expect(asked.bothNumbers).toBe(true);
    const code = (await deliverCode(ctx(), phone)) ?? "";
    const presentCode = (await deliverCode(ctx(), user.phone ?? "")) ?? "";
    const other = code === "000000" ? "000001" : "000000";
    expect(await reasonOf(changePhone(session, { phone, code: other, presentCode }))).toBe(
      "auth.otp_invalid",
    );
    await changePhone(session, { phone, code, presentCode });
    expect((await me(session)).user.phone).toBe(phone);
    expect(await reasonOf(changePhone(session, { phone, code, presentCode }))).not.toBe("done");
  });

  it("refuses codes that somebody else asked for", async () => {
    const mine = await dealer();
    const thief = await dealer();
    const phone = newPhone();
    await requestPhoneChange(mine.session, { phone, password: TEST_PASSWORD });
    const code = (await deliverCode(ctx(), phone)) ?? "";
    const stolen = changePhone(thief.session, { phone, code, presentCode: code });
    expect(await reasonOf(stolen)).toBe("auth.otp_expired");
  });

  it("sends nothing to a number that somebody has, and does not tell", async () => {
    const mine = await dealer();
    const other = await dealer();
    const phone = other.user.phone ?? "";
    await requestPhoneChange(mine.session, { phone, password: TEST_PASSWORD });
    expect(await deliverCode(ctx(), phone)).toBeNull();
  });
});

describe("pumping", () => {
  it("stops at the installation's hourly bill, whatever numbers and networks are used", async () => {
    const narrow = await createTestPlatform({ OTO_OTP_PER_HOUR: 3 });
    try {
      const reasons: string[] = [];
      for (let n = 0; n < 5; n += 1) {
        const stranger = createPublicContext(narrow.platform, { ip: `198.51.${n}.9` });
        const phone = `+9050${n}${n}000${n}00`;
        reasons.push(await reasonOf(requestOtp(stranger, { phone, purpose: "register" })));
      }
      expect(reasons).toEqual(["done", "done", "done", "auth.otp_refused", "auth.otp_refused"]);
    } finally {
      await narrow.close();
    }
  });
});
