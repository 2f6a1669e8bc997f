import { createTestDatabase } from "@oto/testing";
import { Pool } from "pg";
import { afterAll, beforeAll } from "vitest";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import { emailContract } from "./email.contract";
import { createMailboxEmail } from "./mailbox-email.adapter";

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

emailContract("mailbox", async () => {
  const mailbox = new PostgresMailbox(pool);
  return {
    sender: createMailboxEmail(mailbox),
    sentTo: async (to: string) => mailbox.list({ to }),
  };
});
