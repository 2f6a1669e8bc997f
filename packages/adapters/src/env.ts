import { z } from "zod";
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

/** Environment fragment of the adapters. An adapter is chosen by its variable alone. */
export const adaptersEnv = z.object({
  /** Folder of everything a single node stores besides the database. */
  OTO_DATA_DIR: z.string().min(1).default(".data"),
  /** Where browsers reach the API; upload and media URLs start with it. */
  OTO_PUBLIC_API_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:4000"),
  /** At least 32 bytes, base64 or hex; keys for signatures are derived from it. */
  OTO_SECRET: z.string().min(32),
  /** `off` lets every request pass; counters of attempts stay. */
  OTO_RATE_LIMITS: z.enum(["on", "off"]).default("on"),
  /** Redis for what processes share; unset, PostgreSQL and this process's memory. */
  REDIS_URL: redisUrl,
  RABBITMQ_URL: notYet("RabbitMQ"),
  MEILI_URL: notYet("Meilisearch"),
  S3_ENDPOINT: notYet("S3 object storage"),
  SMTP_URL: notYet("SMTP"),
  NETGSM_USERCODE: notYet("Netgsm"),
  ILETIMERKEZI_KEY: notYet("İleti Merkezi"),
  VAPID_PUBLIC_KEY: notYet("web push"),
  EIDS_URL: notYet("the Ministry's EİDS service"),
});

export type AdaptersEnv = z.infer<typeof adaptersEnv>;
