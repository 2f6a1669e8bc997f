import type { Pool } from "pg";
import type { EmailMessage, EmailSender } from "../email/email.port";
import { createMailboxEmail } from "../email/mailbox-email.adapter";
import { smtpEmail } from "../email/smtp/smtp-email.provider";
import type { AdaptersEnv } from "../env";
import { PostgresMailbox } from "../mailbox/postgres-mailbox.adapter";
import { createMailboxPush } from "../push/mailbox-push.adapter";
import type { PushMessage, PushSender } from "../push/push.port";
import type { VapidKeys } from "../push/web-push/web-push.provider";
import { webPushProvider } from "../push/web-push/web-push.provider";
import { iletimerkeziSms } from "../sms/iletimerkezi/iletimerkezi-sms.provider";
import { createMailboxSms } from "../sms/mailbox-sms.adapter";
import { netgsmSms } from "../sms/netgsm/netgsm-sms.provider";
import type { SmsMessage, SmsSender } from "../sms/sms.port";
import { FailoverSender } from "./failover-sender";
import type { Provider } from "./provider";
import { SendLedger } from "./send-ledger";

export interface SenderResources {
  readonly pool: Pool;
  readonly mailbox: PostgresMailbox;
  readonly now: () => Date;
  /** Key pair for push services; needed where web push is chosen and the environment has none. */
  readonly vapidKeys?: (() => Promise<VapidKeys>) | undefined;
}

export interface OpenSenders {
  readonly sms: SmsSender;
  readonly email: EmailSender;
  readonly push: PushSender;
  /** By channel, of what is not the mailbox: fails while every provider is left alone. */
  readonly degradable: Readonly<Record<string, () => Promise<void>>>;
}

/** SMS providers that the environment names, in the order they are tried. */
function smsProviders(env: AdaptersEnv): Provider<SmsMessage>[] {
  const timeoutMs = env.MESSAGE_TIMEOUT_MS;
  const named: Provider<SmsMessage>[] = [];
  if (env.NETGSM_USERCODE) {
    named.push(
      netgsmSms({
        url: env.NETGSM_URL,
        usercode: env.NETGSM_USERCODE,
        password: env.NETGSM_PASSWORD,
        header: env.NETGSM_HEADER,
        timeoutMs,
      }),
    );
  }
  if (env.ILETIMERKEZI_KEY) {
    named.push(
      iletimerkeziSms({
        url: env.ILETIMERKEZI_URL,
        key: env.ILETIMERKEZI_KEY,
        hash: env.ILETIMERKEZI_HASH,
        sender: env.ILETIMERKEZI_SENDER,
        timeoutMs,
      }),
    );
  }
  return named.sort(({ name }) => (name === env.SMS_FIRST ? -1 : 0));
}

async function envKeys(env: AdaptersEnv, { vapidKeys }: SenderResources): Promise<VapidKeys> {
  if (env.VAPID_PUBLIC_KEY) {
    return { publicKey: env.VAPID_PUBLIC_KEY, privateKey: env.VAPID_PRIVATE_KEY };
  }
  if (!vapidKeys) throw new Error("web push without a key pair");
  return vapidKeys();
}

/**
 * A sender of SMS that shares nothing with others of its process: connections, and the memory of
 * which provider fails, are its own.
 */
export function openOwnSms(env: AdaptersEnv, own: { pool: Pool; now: () => Date }): SmsSender {
  return openSenders(env, { ...own, mailbox: new PostgresMailbox(own.pool) }).sms;
}

/** Opens the senders that the environment chooses, channel by channel; the mailbox elsewhere. */
export function openSenders(env: AdaptersEnv, resources: SenderResources): OpenSenders {
  const { mailbox, now, pool } = resources;
  const timeoutMs = env.MESSAGE_TIMEOUT_MS;
  const texts = smsProviders(env);
  const sms =
    texts.length > 0
      ? new FailoverSender<SmsMessage>({
          providers: texts,
          ledger: new SendLedger(pool, "sms"),
          now,
          betterTwice: ({ kind }) => kind === "otp",
        })
      : null;
  const email = env.SMTP_URL
    ? new FailoverSender<EmailMessage>({
        providers: [smtpEmail({ url: env.SMTP_URL, from: env.SMTP_FROM, timeoutMs })],
        ledger: new SendLedger(pool, "email"),
        now,
      })
    : null;
  const push = env.WEB_PUSH_SUBJECT
    ? new FailoverSender<PushMessage>({
        providers: [
          webPushProvider({
            subject: env.WEB_PUSH_SUBJECT,
            keys: () => envKeys(env, resources),
            hosts: env.WEB_PUSH_HOSTS,
            timeoutMs,
          }),
        ],
        ledger: new SendLedger(pool, "push"),
        now,
      })
    : null;
  return {
    sms: sms ?? createMailboxSms(mailbox),
    email: email ?? createMailboxEmail(mailbox),
    push: push ?? createMailboxPush(mailbox),
    degradable: {
      ...(sms ? { sms: () => sms.check() } : {}),
      ...(email ? { email: () => email.check() } : {}),
      ...(push ? { push: () => push.check() } : {}),
    },
  };
}
