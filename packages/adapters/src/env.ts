import { z } from "zod";
import { parseRabbitUrls } from "./message-bus/rabbit-url";
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
const optionalUrl = z
  .union([z.literal(""), z.url({ protocol: /^https?$/ })])
  .optional()
  .transform((url) => url || undefined);

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
    SMTP_URL: notYet("SMTP"),
    NETGSM_USERCODE: notYet("Netgsm"),
    ILETIMERKEZI_KEY: notYet("İleti Merkezi"),
    VAPID_PUBLIC_KEY: notYet("web push"),
    EIDS_URL: notYet("the Ministry's EİDS service"),
  })
  .check(({ value, issues }) => {
    if (!value.S3_ENDPOINT) return;
    for (const name of ["S3_ACCESS_KEY", "S3_SECRET_KEY"] as const) {
      if (value[name]) continue;
      const message = "needed where S3_ENDPOINT is set";
      issues.push({ code: "custom", input: value, path: [name], message });
    }
  });

export type AdaptersEnv = z.infer<typeof adaptersEnv>;
