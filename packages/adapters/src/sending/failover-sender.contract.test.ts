import { randomUUID } from "node:crypto";
import type { Fault, FaultySandbox, SmsSandbox, SmtpSandbox } from "@oto/testing/sandboxes";
import {
  startIletimerkeziSandbox,
  startNetgsmSandbox,
  startSmtpSandbox,
} from "@oto/testing/sandboxes";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SMTP_CODES } from "../email/smtp/smtp-codes";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import type { TestPool } from "../postgres/test-pool.fixture";
import { openTestPool } from "../postgres/test-pool.fixture";
import { WEB_PUSH_CODES } from "../push/web-push/web-push-codes";
import { ILETIMERKEZI_CODES } from "../sms/iletimerkezi/iletimerkezi-codes";
import { NETGSM_CODES } from "../sms/netgsm/netgsm-codes";
import type { SmsMessage } from "../sms/sms.port";
import { openSenders } from "./open-senders";
import { SendFailedError } from "./send-failed.error";
import type { SendOutcome } from "./send-receipt";
import { SendRefusedError } from "./send-refused.error";
import type { SandboxAddresses } from "./test-sandboxes.fixture";
import { sandboxEnv } from "./test-sandboxes.fixture";

let database: TestPool;
let netgsm: SmsSandbox;
let iletimerkezi: SmsSandbox;
let smtp: SmtpSandbox;
let ahead = 0;

beforeAll(async () => {
  database = await openTestPool();
  [netgsm, iletimerkezi, smtp] = await Promise.all([
    startNetgsmSandbox(),
    startIletimerkeziSandbox(),
    startSmtpSandbox(),
  ]);
});
afterAll(async () => {
  await Promise.all([netgsm.close(), iletimerkezi.close(), smtp.close()]);
  await database.close();
});
beforeEach(() => {
  for (const sandbox of [netgsm, iletimerkezi, smtp]) sandbox.failAlways(null);
});

const open = (addresses: SandboxAddresses) =>
  openSenders(sandboxEnv(addresses), {
    pool: database.pool,
    mailbox: new PostgresMailbox(database.pool),
    now: () => new Date(Date.now() + ahead),
  });
const bothSms = () => open({ netgsm: netgsm.url, iletimerkezi: iletimerkezi.url }).sms;

let serial = 0;
function sms(kind: SmsMessage["kind"] = "info"): SmsMessage {
  serial += 1;
  const to = `+90532${String(serial).padStart(7, "0")}`;
  return { to, template: "t", text: `Metin ${serial}`, kind, idempotencyKey: randomUUID() };
}
const email = () => ({
  to: `${randomUUID()}@ornek.test`,
  template: "t",
  subject: "Konu",
  text: "Metin şğı",
  idempotencyKey: randomUUID(),
});

/** What came of it, as the port tells. */
async function ending(sending: Promise<unknown>): Promise<string> {
  try {
    await sending;
    return "sent";
  } catch (error) {
    if (error instanceof SendRefusedError) return "give_up";
    return error instanceof SendFailedError ? error.kind : String(error);
  }
}
const reached = (sandbox: SmsSandbox, { to }: SmsMessage) =>
  sandbox.sent.filter((sent) => sent.to === to).length;

const table = (codes: Record<string, { outcome: SendOutcome }>) =>
  Object.entries(codes).map(([code, { outcome }]) => [code, outcome] as const);

describe("every code of a provider leads to what the table says", () => {
  it.each(table(NETGSM_CODES))("Netgsm %s: %s", async (code, outcome) => {
    netgsm.failNext({ kind: "code", code });
    const message = sms();
    expect(await ending(open({ netgsm: netgsm.url }).sms.send(message))).toBe(outcome);
  });

  it.each(table(ILETIMERKEZI_CODES))("İleti Merkezi %s: %s", async (code, outcome) => {
    iletimerkezi.failNext({ kind: "code", code });
    const { sms: sender } = open({ iletimerkezi: iletimerkezi.url });
    expect(await ending(sender.send(sms()))).toBe(outcome);
  });

  it.each(table(SMTP_CODES))("SMTP %s: %s", async (code, outcome) => {
    if (outcome !== "sent") smtp.failNext({ kind: "code", code });
    expect(await ending(open({ smtp: smtp.url }).email.send(email()))).toBe(outcome);
  });

  it("has an outcome for every status of push services that is not the end of a subscription", () => {
    expect(new Set(Object.values(WEB_PUSH_CODES).map(({ outcome }) => outcome))).toEqual(
      new Set(["sent", "give_up", "alert", "retry"]),
    );
  });
});

describe("what is no code at all", () => {
  const cases: readonly [string, Fault, string][] = [
    ["a page instead of an answer", { kind: "garbage" }, "unknown"],
    ["silence before", { kind: "hang", effect: "before" }, "unknown"],
    ["silence after", { kind: "hang", effect: "after" }, "unknown"],
    ["a cut after", { kind: "cut", effect: "after" }, "unknown"],
    ["an error of the way there", { kind: "http", status: 503 }, "retry"],
    ["a gateway that gave up waiting", { kind: "http", status: 504 }, "unknown"],
    ["a code that nobody knows", { kind: "code", code: "77" }, "alert"],
  ];
  it.each(cases)("%s of Netgsm", async (_name, fault, expected) => {
    netgsm.failNext(fault);
    expect(await ending(open({ netgsm: netgsm.url }).sms.send(sms()))).toBe(expected);
  });

  it.each([
    ["silence", { kind: "hang", effect: "after" }],
    ["a cut", { kind: "cut", effect: "after" }],
  ] as const)("%s of a mail server that has the message", async (_name, fault) => {
    const message = email();
    const { email: sender } = open({ smtp: smtp.url });
    smtp.failNext(fault);
    expect(await ending(sender.send(message))).toBe("unknown");
    expect(await ending(sender.send(message))).toBe("unknown");
    expect(smtp.sent.filter(({ to }) => to === message.to)).toHaveLength(1);
  });

  it("of a mail server that is down is tried again", async () => {
    const sandbox: FaultySandbox = smtp;
    await sandbox.down();
    const message = email();
    const { email: sender } = open({ smtp: smtp.url });
    expect(await ending(sender.send(message))).toBe("retry");
    await sandbox.up();
    expect(await ending(sender.send(message))).toBe("sent");
  });
});

describe("failover", () => {
  it("goes to the next provider when one is down, in trouble or full", async () => {
    for (const fault of ["30", "80", "100"]) {
      netgsm.failNext({ kind: "code", code: fault });
      const message = sms();
      const { tries } = await bothSms().send(message);
      expect(tries.map(({ code, provider }) => `${provider} ${code}`)).toEqual([
        `netgsm ${fault}`,
        "iletimerkezi 200",
      ]);
      expect([reached(netgsm, message), reached(iletimerkezi, message)]).toEqual([0, 1]);
    }
    await netgsm.down();
    const message = sms();
    await bothSms().send(message);
    await netgsm.up();
    expect(reached(iletimerkezi, message)).toBe(1);
  });

  it("asks no other provider what one has refused for good", async () => {
    netgsm.failNext({ kind: "code", code: "52" });
    const message = sms();
    expect(await ending(bothSms().send(message))).toBe("give_up");
    expect(reached(iletimerkezi, message)).toBe(0);
  });

  it("doubles nothing that may have gone out, except a code that is better twice than never", async () => {
    netgsm.failNext({ kind: "hang", effect: "after" });
    const message = sms();
    const sender = bothSms();
    expect(await ending(sender.send(message))).toBe("unknown");
    expect(await ending(sender.send(message))).toBe("unknown");
    expect([reached(netgsm, message), reached(iletimerkezi, message)]).toEqual([1, 0]);

    netgsm.failNext({ kind: "hang", effect: "before" });
    const code = sms("otp");
    expect(await ending(sender.send(code))).toBe("sent");
    expect(reached(iletimerkezi, code)).toBe(1);
  });

  it("settles silence with the provider that knows its own, and with no other", async () => {
    const env = { netgsm: netgsm.url, iletimerkezi: iletimerkezi.url };
    const { sms: sender } = openSenders(
      { ...sandboxEnv(env), SMS_FIRST: "iletimerkezi" },
      {
        pool: database.pool,
        mailbox: new PostgresMailbox(database.pool),
        now: () => new Date(),
      },
    );
    for (const effect of ["before", "after"] as const) {
      const message = sms();
      iletimerkezi.failNext({ kind: "hang", effect });
      expect(await ending(sender.send(message))).toBe("retry");
      expect(await ending(sender.send(message))).toBe("sent");
      expect([reached(netgsm, message), reached(iletimerkezi, message)]).toEqual([0, 1]);
    }
  });

  it("leaves a provider alone that goes on failing, and probes it half a minute later", async () => {
    const { degradable, sms: sender } = open({ netgsm: netgsm.url });
    netgsm.failAlways({ kind: "code", code: "100" });
    for (let time = 0; time < 5; time += 1) await ending(sender.send(sms()));
    netgsm.failAlways(null);
    const message = sms();
    await expect(sender.send(message)).rejects.toMatchObject({ kind: "retry", tries: [] });
    await expect(degradable.sms?.()).rejects.toThrow("netgsm failing");
    ahead += 31_000;
    expect(await ending(sender.send(message))).toBe("sent");
    await degradable.sms?.();
    expect(reached(netgsm, message)).toBe(1);
  });

  it("says that nobody knows when whoever sent it died in between", async () => {
    const message = sms();
    await database.pool.query(
      `insert into send_ledger (channel, idempotency_key, state, provider, claimed_at)
       values ('sms', $1, 'SENDING', 'netgsm', now() - interval '61 seconds')`,
      [message.idempotencyKey],
    );
    expect(await ending(bothSms().send(message))).toBe("unknown");
    expect(reached(netgsm, message)).toBe(0);
  });
});
