import { setTimeout as pause } from "node:timers/promises";
import type { BusMessage, ConsumerBinding } from "@oto/adapters";
import { consumers } from "@oto/events";
import type { World } from "../world";
import type { Row } from "./row";

const BATCH = 500;

/** What the workers declare at their start, declared once more by whoever publishes here. */
const topology: ConsumerBinding[] = Object.entries(consumers).map(([consumerId, contract]) => ({
  consumerId,
  ...contract,
}));

interface StoredEvent {
  id: string;
  name: string;
  version: number;
  aggregate_type: string;
  aggregate_id: string;
  gallery_id: string | null;
  payload: unknown;
  occurred_at: Date;
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[]): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1));
    const [a, b] = [copy[i], copy[j]];
    if (a !== undefined && b !== undefined) [copy[i], copy[j]] = [b, a];
  }
  return copy;
}

async function messagesSince(world: World, head: number): Promise<BusMessage[]> {
  const { rows } = await world.platform.database.pool.query<StoredEvent>(
    `select id, name, version, aggregate_type, aggregate_id, gallery_id, payload, occurred_at
       from outbox_event where seq > $1 order by seq`,
    [head],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    version: row.version,
    aggregateType: row.aggregate_type,
    aggregateId: row.aggregate_id,
    galleryId: row.gallery_id,
    occurredAt: row.occurred_at.toISOString(),
    payload: row.payload,
  }));
}

/** Everything that was published is published twice more, in any order. */
export const deliveredThrice: Row = {
  name: "every message three times, shuffled",
  modes: ["single", "cluster"],
  async damage(_world, load) {
    await load.reached(1);
  },
  async after(world, head) {
    const { bus } = world.platform.adapters;
    await bus.bind(topology);
    const messages = await messagesSince(world, head);
    for (let round = 0; round < 2; round += 1) {
      const deck = shuffled(messages);
      for (let at = 0; at < deck.length; at += BATCH) {
        await bus.publish(deck.slice(at, at + BATCH));
      }
    }
    await busIsEmpty(world);
  },
};

/** Waits until nothing is left on the bus. */
async function busIsEmpty(world: World): Promise<void> {
  for (;;) {
    const queues = Object.values(await world.platform.adapters.bus.depth());
    if (queues.every(({ delayed, inFlight, ready }) => delayed + inFlight + ready === 0)) return;
    await pause(250);
  }
}
