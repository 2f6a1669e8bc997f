import type { RabbitLink } from "./rabbit-link";
import type { RabbitReader } from "./rabbit-reader";
import type { RabbitTopology } from "./rabbit-topology";

/**
 * Gives a queue away when this process reads more than its share. A queue has one active reader at
 * a time, which keeps its order; the broker prefers whoever came first, so without this a second
 * process would only wait.
 *
 * @param groups the readers of this process, the partitions of one consumer together
 */
export async function shareQueues(
  { link, topology }: { readonly link: RabbitLink; readonly topology: RabbitTopology },
  groups: readonly (readonly RabbitReader[])[],
): Promise<void> {
  const busy = groups.filter((readers) => readers.filter(({ isActive }) => isActive).length > 1);
  if (busy.length === 0) return;
  const channel = await link.acquire();
  try {
    for (const readers of busy) {
      const active = readers.filter(({ isActive }) => isActive);
      const last = active.at(-1);
      if (!last) continue;
      const roll = topology.rollOf(topology.consumerOf(last.queue));
      const { consumerCount } = await channel.queueDeclare({ queue: roll, passive: true });
      const share = Math.ceil(readers.length / Math.max(1, consumerCount));
      if (active.length > share) last.letGo();
    }
  } finally {
    await channel.close();
  }
}
