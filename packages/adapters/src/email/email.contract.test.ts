import type { SmtpSandbox } from "@oto/testing/sandboxes";
import { startSmtpSandbox } from "@oto/testing/sandboxes";
import { afterAll, beforeAll } from "vitest";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { openSenders } from "../sending/open-senders";
import { sandboxEnv } from "../sending/test-sandboxes.fixture";
import { emailContract } from "./email.contract";
import { createMailboxEmail } from "./mailbox-email.adapter";

let database: TestPool;
let smtp: SmtpSandbox;

beforeAll(async () => {
  database = await openTestPool();
  smtp = await startSmtpSandbox();
});
afterAll(async () => {
  await smtp.close();
  await database.close();
});

emailContract("mailbox", async () => {
  const mailbox = new PostgresMailbox(database.pool);
  return {
    sender: createMailboxEmail(mailbox),
    sentTo: async (to: string) => mailbox.list({ to }),
  };
});

emailContract("SMTP", async () => {
  const mailbox = new PostgresMailbox(database.pool);
  const env = sandboxEnv({ smtp: smtp.url });
  return {
    sender: openSenders(env, { pool: database.pool, mailbox, now: () => new Date() }).email,
    sentTo: async (address) => smtp.sent.filter(({ to }) => to === address),
    headersTo: async (address) => smtp.sent.find(({ to }) => to === address)?.headers,
  };
});
