import { afterAll, beforeAll } from "vitest";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { createMailboxSms } from "./mailbox-sms.adapter";
import { smsContract } from "./sms.contract";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

smsContract("mailbox", async () => {
  const mailbox = new PostgresMailbox(database.pool);
  return {
    sender: createMailboxSms(mailbox),
    sentTo: async (to: string) => (await mailbox.list({ to })).map(({ text }) => text),
  };
});
