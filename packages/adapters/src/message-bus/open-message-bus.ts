import { consumers } from "@oto/events";
import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import type { AdaptersEnv } from "../env";
import type { ListeningConnection } from "../postgres/listening-connection";
import type { MessageBus } from "./message-bus.port";
import { PostgresMessageBus } from "./postgres-message-bus.adapter";
import { RabbitMessageBus } from "./rabbit-message-bus.adapter";

export interface OpenedMessageBus {
  readonly bus: MessageBus;
  readonly health: Readonly<Record<string, () => Promise<void>>>;
}

interface Resources {
  readonly pool: Pool;
  readonly connection: ListeningConnection;
  readonly logger?: Logger | undefined;
}

/** RabbitMQ where `RABBITMQ_URL` is set, PostgreSQL otherwise. */
export function openMessageBus(
  { RABBITMQ_URL: url }: Pick<AdaptersEnv, "RABBITMQ_URL">,
  { pool, connection, logger }: Resources,
): OpenedMessageBus {
  if (!url) return { bus: new PostgresMessageBus({ pool, connection, logger }), health: {} };
  const known = Object.entries(consumers).map(([consumerId, contract]) => ({
    consumerId,
    ...contract,
  }));
  const bus = new RabbitMessageBus({ url, pool, logger, known });
  return { bus, health: { broker: () => bus.check() } };
}
