import type { SmsSandbox } from "@oto/testing/sandboxes";
import { startIletimerkeziSandbox, startNetgsmSandbox } from "@oto/testing/sandboxes";
import { afterAll, beforeAll } from "vitest";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { openSenders } from "../sending/open-senders";
import { sandboxEnv } from "../sending/test-sandboxes.fixture";
import { createMailboxSms } from "./mailbox-sms.adapter";
import { smsContract } from "./sms.contract";

let database: TestPool;
let netgsm: SmsSandbox;
let iletimerkezi: SmsSandbox;

beforeAll(async () => {
  database = await openTestPool();
  netgsm = await startNetgsmSandbox();
  iletimerkezi = await startIletimerkeziSandbox();
});
afterAll(async () => {
  await netgsm.close();
  await iletimerkezi.close();
  await database.close();
});

const resources = () => ({
  pool: database.pool,
  mailbox: new PostgresMailbox(database.pool),
  now: () => new Date(),
});
const textsTo = (sandbox: SmsSandbox) => async (phone: string) =>
  sandbox.sent.filter(({ to }) => to === phone).map(({ text }) => text);

smsContract("mailbox", async () => {
  const mailbox = new PostgresMailbox(database.pool);
  return {
    sender: createMailboxSms(mailbox),
    sentTo: async (to: string) => (await mailbox.list({ to })).map(({ text }) => text),
  };
});

smsContract("Netgsm", async () => ({
  sender: openSenders(sandboxEnv({ netgsm: netgsm.url }), resources()).sms,
  sentTo: textsTo(netgsm),
}));

smsContract("İleti Merkezi", async () => ({
  sender: openSenders(sandboxEnv({ iletimerkezi: iletimerkezi.url }), resources()).sms,
  sentTo: textsTo(iletimerkezi),
  foldsEqualTexts: true,
}));
