import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createPublicContext,
  createTestPlatform,
  createUser,
  deliverCode,
  newPhone,
  obtainCode,
} from "../testing";
import { requestOtp, verifyOtp } from "./otp.service";

let test: TestPlatform;
let ctx: PublicContext;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
  ctx = createPublicContext(test.platform);
});
afterAll(() => test.close());

const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const reason = (of: string) => expect.objectContaining({ reason: of });

describe("requestOtp", () => {
  it("answers alike for known and unknown phones, but writes to known ones only", async () => {
    const { phone: known } = await createUser(test.platform);
    const unknown = newPhone();
    const answers: unknown[] = [];
    for (const phone of [known, unknown]) {
      answers.push(await requestOtp(ctx, { phone, purpose: "reset" }));
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(await deliverCode(ctx, known)).toMatch(/^\d{6}$/);
    expect(await deliverCode(ctx, unknown)).toBeNull();
    // Asking again is refused alike, too.
    for (const phone of [known, unknown]) {
      await expect(requestOtp(ctx, { phone, purpose: "reset" })).rejects.toEqual(
        reason("auth.otp_too_soon"),
      );
    }
  });

  it("sends once in a minute, also to parallel requests, and ten times a day", async () => {
    const phone = newPhone();
    const ask = () => requestOtp(ctx, { phone, purpose: "register" });
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, ask));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (let sent = 1; sent < 10; sent += 1) {
      test.clock.advance(60_000);
      await ask();
    }
    test.clock.advance(60_000);
    await expect(ask()).rejects.toEqual(reason("auth.otp_capped"));
    // The other purpose shares the phone's allowance.
    await expect(requestOtp(ctx, { phone, purpose: "reset" })).rejects.toEqual(
      reason("auth.otp_capped"),
    );
    test.clock.advance(24 * 3_600_000);
    await ask();
  });

  it("keeps neither the code nor its cipher once it was sent", async () => {
    const phone = newPhone();
    const code = await obtainCode(ctx, phone);
    const rows = await test.platform.database.pool.query(
      "select row_to_json(c)::text as row from otp_challenge c where phone = $1",
      [phone],
    );
    expect(rows.rows[0].row).not.toContain(code);
    expect(rows.rows[0].row).toContain('"code_cipher":null');
    const events = await test.platform.database.pool.query(
      "select payload::text from outbox_event where name = 'otp.requested'",
    );
    expect(events.rows.every(({ payload }) => !payload.includes(code))).toBe(true);
  });

  it("limits one address and one block of numbers", async () => {
    const limited = await createTestPlatform();
    try {
      const from = (ip: string) => createPublicContext(limited.platform, { ip });
      const outcomes: string[] = [];
      for (let n = 10; n < 60; n += 1) {
        const phone = `+9053299911${n}`;
        outcomes.push(
          await requestOtp(from(`198.51.${n}.1`), { phone, purpose: "register" }).then(
            () => "sent",
            (error) => error.reason,
          ),
        );
      }
      expect(outcomes.slice(0, 40)).toEqual(Array(40).fill("sent"));
      expect(outcomes.slice(40)).toEqual(Array(10).fill("rate.limited"));
    } finally {
      await limited.close();
    }
  });
});

describe("verifyOtp", () => {
  it("gives five guesses in all, however they are spread", async () => {
    const phone = newPhone();
    const code = await obtainCode(ctx, phone);
    const guess = (text: string) => verifyOtp(ctx, { phone, purpose: "register", code: text });
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => guess(other(code))));
    const reasons = outcomes.map((o) => (o.status === "rejected" ? o.reason.reason : "right"));
    expect(reasons.filter((r) => r === "auth.otp_invalid")).toHaveLength(4);
    expect(reasons.filter((r) => r === "auth.otp_too_many")).toHaveLength(8);
    await expect(guess(code)).rejects.toEqual(reason("auth.otp_too_many"));
    test.clock.advance(61_000);
    await expect(guess(code)).rejects.toEqual(reason("auth.otp_too_many"));
  });

  it("takes a code once, and for its own purpose and phone only", async () => {
    const phone = newPhone();
    const code = await obtainCode(ctx, phone);
    await expect(verifyOtp(ctx, { phone, purpose: "reset", code })).rejects.toEqual(
      reason("auth.otp_expired"),
    );
    await expect(verifyOtp(ctx, { phone: newPhone(), purpose: "register", code })).rejects.toEqual(
      reason("auth.otp_expired"),
    );
    const input = { phone, purpose: "register", code } as const;
    const outcomes = await Promise.allSettled([verifyOtp(ctx, input), verifyOtp(ctx, input)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("counts the newest code only, and not after three minutes", async () => {
    const phone = newPhone();
    const first = await obtainCode(ctx, phone);
    test.clock.advance(61_000);
    const second = await obtainCode(ctx, phone);
    const verify = (code: string) => verifyOtp(ctx, { phone, purpose: "register", code });
    if (first !== second) {
      await expect(verify(first)).rejects.toEqual(reason("auth.otp_invalid"));
    }
    test.clock.advance(3 * 60_000);
    await expect(verify(second)).rejects.toEqual(reason("auth.otp_expired"));
  });
});
