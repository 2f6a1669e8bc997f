import { z } from "zod";
import { parseRabbitUrls } from "./message-bus/rabbit-url";
import { pushHostsField } from "./push/push-hosts-field";
import { parseRedisUrl } from "./redis/redis-url";

/** A variable whose adapter this version does not have: silence would run without it. */
const notYet = (what: string) =>
  z
    .literal("", { error: `${what} is not supported by this version; leave it unset` })
    .optional()
    .transform(() => undefined);

const redisUrl = z
  .string()
  .optional()
  .transform((value, problems) => {
    if (!value) return undefined;
    try {
      return parseRedisUrl(value);
    } catch (error) {
      problems.addIssue({
        code: "custom",
        message: error instanceof Error ? error.message : "bad",
      });
      return z.NEVER;
    }
  });

const rabbitUrls = z
  .string()
  .optional()
  .transform((value, problems) => {
    if (!value) return undefined;
    try {
      parseRabbitUrls(value);
      return value;
    } catch (error) {
      problems.addIssue({
        code: "custom",
        message: error instanceof Error ? error.message : "bad",
      });
      return z.NEVER;
    }
  });

/** An address; empty counts as unset. */
const optionalUrlOf = (protocol: RegExp) =>
  z
    .union([z.literal(""), z.url({ protocol })])
    .optional()
    .transform((url) => url || undefined);
const optionalUrl = optionalUrlOf(/^https?$/);

const optionalText = z.string().default("");

/** What else is needed where a variable chooses an adapter. */
const NEEDED = {
  S3_ENDPOINT: ["S3_ACCESS_KEY", "S3_SECRET_KEY"],
  SMTP_URL: ["SMTP_FROM"],
  NETGSM_USERCODE: ["NETGSM_PASSWORD", "NETGSM_HEADER"],
  ILETIMERKEZI_KEY: ["ILETIMERKEZI_HASH", "ILETIMERKEZI_SENDER"],
  VAPID_PUBLIC_KEY: ["VAPID_PRIVATE_KEY"],
} as const;

/** Environment fragment of the adapters. An adapter is chosen by its variable alone. */
export const adaptersEnv = z
  .object({
    /** Folder of everything a single node stores besides the database. */
    OTO_DATA_DIR: z.string().min(1).default(".data"),
    /** Where browsers reach the API; upload and media URLs start with it. */
    OTO_PUBLIC_API_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:4000"),
    /** The pages that upload; the storage takes uploads from their origins. */
    OTO_GALLERY_URL: z.url().default("http://localhost:3002"),
    OTO_ADMIN_URL: z.url().default("http://localhost:3001"),
    /** At least 32 bytes, base64 or hex; keys for signatures are derived from it. */
    OTO_SECRET: z.string().min(32),
    /** `off` lets every request pass; counters of attempts stay. */
    OTO_RATE_LIMITS: z.enum(["on", "off"]).default("on"),
    /** Redis for what processes share; unset, PostgreSQL and this process's memory. */
    REDIS_URL: redisUrl,
    /** RabbitMQ as message bus, nodes of a cluster separated by commas; unset, PostgreSQL. */
    RABBITMQ_URL: rabbitUrls,
    /** Meilisearch for searches; unset, PostgreSQL alone. */
    MEILI_URL: optionalUrl,
    /** A key that may do everything with indexes whose names begin with `listings`. */
    MEILI_KEY: z
      .string()
      .optional()
      .transform((key) => key || undefined),
    /** S3 object storage as this process reaches it; unset, a folder in OTO_DATA_DIR. */
    S3_ENDPOINT: optionalUrl,
    S3_ACCESS_KEY: z.string().default(""),
    S3_SECRET_KEY: z.string().default(""),
    S3_REGION: z.string().min(1).default("us-east-1"),
    /** `<prefix>-public` and `<prefix>-private` are the buckets. */
    S3_BUCKET_PREFIX: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,40}$/, "2 to 41 lower-case letters, digits and dashes")
      .default("kontak"),
    /** The storage as browsers reach it, where that differs from S3_ENDPOINT. */
    S3_PUBLIC_URL: optionalUrl.refine(
      (url) => !url || new URL(url).href === `${new URL(url).origin}/`,
      {
        error: "an origin without a path: signatures cover the path",
      },
    ),
    /** Mail server; unset, e-mails go to the mailbox. */
    SMTP_URL: optionalUrlOf(/^smtps?$/),
    SMTP_FROM: optionalText,
    /** Netgsm and İleti Merkezi; with both, the one named first is asked first. */
    NETGSM_USERCODE: optionalText,
    NETGSM_PASSWORD: optionalText,
    NETGSM_HEADER: optionalText,
    NETGSM_URL: z.url({ protocol: /^https?$/ }).default("https://api.netgsm.com.tr"),
    ILETIMERKEZI_KEY: optionalText,
    ILETIMERKEZI_HASH: optionalText,
    ILETIMERKEZI_SENDER: optionalText,
    ILETIMERKEZI_URL: z.url({ protocol: /^https?$/ }).default("https://api.iletimerkezi.com"),
    SMS_FIRST: z.enum(["netgsm", "iletimerkezi"]).default("netgsm"),
    /** Whom push services may write to; set, pushes go to browsers instead of the mailbox. */
    WEB_PUSH_SUBJECT: z
      .union([z.literal(""), z.string().regex(/^(mailto:.+@.+|https:\/\/.+)$/)])
      .default(""),
    /** Push services that browsers may name; `host:port` for one of one's own. */
    WEB_PUSH_HOSTS: pushHostsField,
    /** Key pair towards push services; unset, one is made and kept sealed in the database. */
    VAPID_PUBLIC_KEY: optionalText,
    VAPID_PRIVATE_KEY: optionalText,
    /** How long a provider may take for one message. */
    MESSAGE_TIMEOUT_MS: z.coerce.number().int().min(100).max(20_000).default(10_000),
    EIDS_URL: notYet("the Ministry's EİDS service"),
  })
  .check(({ value, issues }) => {
    for (const [chooser, needed] of Object.entries(NEEDED)) {
      if (!value[chooser as keyof typeof NEEDED]) continue;
      for (const name of needed) {
        if (value[name]) continue;
        const message = `needed where ${chooser} is set`;
        issues.push({ code: "custom", input: value, path: [name], message });
      }
    }
  });

export type AdaptersEnv = z.infer<typeof adaptersEnv>;
