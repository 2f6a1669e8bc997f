import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { PostgresMailbox } from "./postgres-mailbox.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

it("finds messages by any spelling of the recipient, newest first", async () => {
  const mailbox = new PostgresMailbox(database.pool);
  const sms = { channel: "sms", template: "otp", subject: null } as const;
  await mailbox.store({ ...sms, to: "+905321234567", text: "first", idempotencyKey: "a" });
  await mailbox.store({ ...sms, to: "+905321234567", text: "second", idempotencyKey: "b" });
  const email = { channel: "email", template: "welcome", subject: "Merhaba" } as const;
  await mailbox.store({ ...email, to: "Ayse@Ornek.test", text: "third", idempotencyKey: "a" });

  for (const to of ["+905321234567", " 905321234567", "0532 123 45 67"]) {
    expect((await mailbox.list({ to })).map(({ text }) => text)).toEqual(["second", "first"]);
  }
  expect(await mailbox.list({ to: "ayse@ornek.test" })).toEqual([
    {
      id: expect.any(String),
      channel: "email",
      to: "ayse@ornek.test",
      template: "welcome",
      subject: "Merhaba",
      text: "third",
      sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    },
  ]);
  expect((await mailbox.list({ limit: 2 })).map(({ text }) => text)).toEqual(["third", "second"]);
  expect(await mailbox.list({ to: "nobody@ornek.test" })).toEqual([]);
});
