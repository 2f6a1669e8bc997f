import { createTestDatabase } from "@oto/testing";
import { Pool } from "pg";
import { afterAll, beforeAll } from "vitest";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import { createMailboxPush } from "./mailbox-push.adapter";
import { pushContract } from "./push.contract";

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

pushContract("mailbox", async () => {
  const mailbox = new PostgresMailbox(pool);
  return {
    sender: createMailboxPush(mailbox),
    sentTo: async (to: string) => mailbox.list({ to }),
  };
});
