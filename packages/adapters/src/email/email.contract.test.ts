import { afterAll, beforeAll } from "vitest";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { emailContract } from "./email.contract";
import { createMailboxEmail } from "./mailbox-email.adapter";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

emailContract("mailbox", async () => {
  const mailbox = new PostgresMailbox(database.pool);
  return {
    sender: createMailboxEmail(mailbox),
    sentTo: async (to: string) => mailbox.list({ to }),
  };
});
