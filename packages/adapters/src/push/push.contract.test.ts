import { afterAll, beforeAll } from "vitest";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { createMailboxPush } from "./mailbox-push.adapter";
import { pushContract } from "./push.contract";

let database: TestPool;

beforeAll(async () => {
  database = await openTestPool();
});
afterAll(async () => {
  await database.close();
});

pushContract("mailbox", async () => {
  const mailbox = new PostgresMailbox(database.pool);
  return {
    sender: createMailboxPush(mailbox),
    sentTo: async (to: string) => mailbox.list({ to }),
  };
});
