import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import type { SharedState } from "./create-shared-state";
import { createSharedState } from "./create-shared-state";
import type { EidsVerifier } from "./eids/eids.port";
import { SandboxEids } from "./eids/sandbox-eids.adapter";
import type { EmailSender } from "./email/email.port";
import type { AdaptersEnv } from "./env";
import type { Mailbox } from "./mailbox/mailbox.port";
import { PostgresMailbox } from "./mailbox/postgres-mailbox.adapter";
import type { MessageBus } from "./message-bus/message-bus.port";
import { openMessageBus } from "./message-bus/open-message-bus";
import type { LocalStorageHttp } from "./object-storage/local-storage-http";
import type { ObjectStorage } from "./object-storage/object-storage.port";
import { openObjectStorage } from "./object-storage/open-object-storage";
import { ListeningConnection } from "./postgres/listening-connection";
import type { PushSender } from "./push/push.port";
import type { VapidKeys } from "./push/web-push/web-push.provider";
import { openSearchIndex } from "./search-index/open-search-index";
import type { SearchIndex } from "./search-index/search-index.port";
import { openSenders } from "./sending/open-senders";
import type { SmsSender } from "./sms/sms.port";

export interface Adapters extends SharedState {
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
  /** Checks of what the platform can do without, more slowly: failing ones leave it ready. */
  readonly degradable: Readonly<Record<string, () => Promise<void>>>;
  /** Stops consuming and lets go of connections; the pool stays its owner's. */
  close(): Promise<void>;
}

export interface AdapterResources {
  /** May read and write the adapters' tables. One connection is held for notifications. */
  readonly pool: Pool;
  readonly logger?: Logger | undefined;
  readonly onCacheLookup?: (result: "hit" | "miss") => void;
  /** Makes the key pair for push services, or reads it; called when a push is to be signed. */
  readonly vapidKeys?: () => Promise<VapidKeys>;
  /** The clock of circuit breakers; tests bring their own. */
  readonly now?: () => Date;
}

/**
 * Opens the adapters that the environment chooses.
 * @throws when the storage's folder cannot be written
 */
export async function createAdapters(
  env: AdaptersEnv,
  { pool, logger, now = () => new Date(), onCacheLookup, vapidKeys }: AdapterResources,
): Promise<Adapters> {
  const connection = new ListeningConnection({ pool, logger });
  const { bus, health: busHealth } = openMessageBus(env, { pool, connection, logger });
  const { storage, storageHttp } = await openObjectStorage(env, logger);
  const mailbox = new PostgresMailbox(pool);
  const senders = openSenders(env, { pool, mailbox, now, vapidKeys });
  const search = openSearchIndex(env, { pool, logger });
  const shared = await createSharedState(env, { pool, connection, logger, onCacheLookup });
  return {
    cache: shared.cache,
    rateLimiter: shared.rateLimiter,
    pubSub: shared.pubSub,
    presence: shared.presence,
    tickets: shared.tickets,
    revocations: shared.revocations,
    bus,
    storage,
    mailbox,
    storageHttp,
    searchIndex: search.searchIndex,
    sms: senders.sms,
    email: senders.email,
    push: senders.push,
    eids: new SandboxEids(),
    health: { storage: () => storage.check(), ...busHealth },
    degradable: { ...search.degradable, ...shared.degradable, ...senders.degradable },
    async close() {
      await search.close();
      await bus.close();
      await shared.close();
      await connection.close();
    },
  };
}
