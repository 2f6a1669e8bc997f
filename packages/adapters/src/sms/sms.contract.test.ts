import { createTestDatabase } from "@oto/testing";
import { Pool } from "pg";
import { afterAll, beforeAll } from "vitest";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import { createMailboxSms } from "./mailbox-sms.adapter";
import { smsContract } from "./sms.contract";

let pool: Pool;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  pool = new Pool({ connectionString: database.url, max: 5 });
});
afterAll(async () => {
  await pool.end();
  await drop();
});

smsContract("mailbox", async () => {
  const mailbox = new PostgresMailbox(pool);
  return {
    sender: createMailboxSms(mailbox),
    sentTo: async (to: string) => (await mailbox.list({ to })).map(({ text }) => text),
  };
});
