import { join, resolve } from "node:path";
import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import type { Cache } from "./cache/cache.port";
import { MemoryCache } from "./cache/memory-cache.adapter";
import type { EidsVerifier } from "./eids/eids.port";
import { SandboxEids } from "./eids/sandbox-eids.adapter";
import type { EmailSender } from "./email/email.port";
import { createMailboxEmail } from "./email/mailbox-email.adapter";
import type { AdaptersEnv } from "./env";
import type { Mailbox } from "./mailbox/mailbox.port";
import { PostgresMailbox } from "./mailbox/postgres-mailbox.adapter";
import type { MessageBus } from "./message-bus/message-bus.port";
import { PostgresMessageBus } from "./message-bus/postgres-message-bus.adapter";
import { LocalObjectStorage } from "./object-storage/local-object-storage.adapter";
import { LocalStorageHttp } from "./object-storage/local-storage-http";
import type { ObjectStorage } from "./object-storage/object-storage.port";
import { ListeningConnection } from "./postgres/listening-connection";
import { PostgresPubSub } from "./pub-sub/postgres-pub-sub.adapter";
import type { PubSub } from "./pub-sub/pub-sub.port";
import { createMailboxPush } from "./push/mailbox-push.adapter";
import type { PushSender } from "./push/push.port";
import { createMemoryRateLimiter } from "./rate-limit/memory-rate-limiter.adapter";
import { createPostgresRateLimiter } from "./rate-limit/postgres-rate-limiter.adapter";
import type { RateLimiter } from "./rate-limit/rate-limit.port";
import { SingleNodeRateLimiter } from "./rate-limit/single-node-rate-limiter.adapter";
import { PostgresSearchIndex } from "./search-index/postgres-search-index.adapter";
import type { SearchIndex } from "./search-index/search-index.port";
import { createMailboxSms } from "./sms/mailbox-sms.adapter";
import type { SmsSender } from "./sms/sms.port";

export interface Adapters {
  readonly cache: Cache;
  readonly rateLimiter: RateLimiter;
  readonly pubSub: PubSub;
  readonly bus: MessageBus;
  readonly searchIndex: SearchIndex;
  readonly storage: ObjectStorage;
  /** Serves the storage's URLs under `/storage/`; null when the storage serves them itself. */
  readonly storageHttp: LocalStorageHttp | null;
  readonly sms: SmsSender;
  readonly email: EmailSender;
  readonly push: PushSender;
  readonly eids: EidsVerifier;
  /** What the mailbox senders kept. */
  readonly mailbox: Mailbox;
  /** Readiness checks of what the adapters need beyond the database, by name. */
  readonly health: Readonly<Record<string, () => Promise<void>>>;
  /** Stops consuming and lets go of connections; the pool stays its owner's. */
  close(): Promise<void>;
}

export interface AdapterResources {
  /** May read and write the adapters' tables. One connection is held for notifications. */
  readonly pool: Pool;
  readonly logger?: Logger | undefined;
  readonly onCacheLookup?: (result: "hit" | "miss") => void;
}

/**
 * Opens the adapters that the environment chooses.
 * @throws when the object storage cannot be written
 */
export async function createAdapters(
  env: AdaptersEnv,
  { pool, logger, onCacheLookup }: AdapterResources,
): Promise<Adapters> {
  const connection = new ListeningConnection({ pool, logger });
  const pubSub = new PostgresPubSub({ pool, connection, logger });
  const cache = new MemoryCache({
    pubSub,
    logger,
    ...(onCacheLookup ? { onLookup: onCacheLookup } : {}),
  });
  const bus = new PostgresMessageBus({ pool, connection, logger });
  const storage = new LocalObjectStorage({
    folder: join(resolve(env.OTO_DATA_DIR), "storage"),
    publicApiUrl: env.OTO_PUBLIC_API_URL,
    secret: env.OTO_SECRET,
  });
  await storage.check();
  const mailbox = new PostgresMailbox(pool);
  return {
    cache,
    pubSub,
    bus,
    storage,
    mailbox,
    storageHttp: new LocalStorageHttp(storage),
    searchIndex: new PostgresSearchIndex({ pool }),
    rateLimiter: new SingleNodeRateLimiter({
      requests: createMemoryRateLimiter(),
      attempts: createPostgresRateLimiter({ pool, logger }),
      limitRequests: env.OTO_RATE_LIMITS === "on",
    }),
    sms: createMailboxSms(mailbox),
    email: createMailboxEmail(mailbox),
    push: createMailboxPush(mailbox),
    eids: new SandboxEids(),
    health: { storage: () => storage.check() },
    async close() {
      await bus.close();
      await cache.close();
      await pubSub.close();
      await connection.close();
    },
  };
}
