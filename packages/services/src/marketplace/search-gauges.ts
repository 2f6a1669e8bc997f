import type { Metrics } from "@oto/observability";
import type { Platform } from "../context";

interface Lag {
  waiting: number;
  age: number;
}

/** Changes that the search server has not confirmed. Without a server there is nobody to confirm. */
async function readLag({ adapters, database }: Platform): Promise<Lag> {
  if (!adapters.degradable.search) return { waiting: 0, age: 0 };
  const { rows } = await database.pool.query<Lag>(
    `select count(*)::int as waiting,
            coalesce(extract(epoch from now() - min(changed_at)), 0)::float as age
       from search_version where synced_seq is distinct from change_seq`,
  );
  return rows[0] ?? { waiting: 0, age: 0 };
}

/**
 * How the search index keeps up, over the whole platform: every process gives the same figures, so
 * take the maximum over them, never the sum.
 */
export function registerSearchGauges(metrics: Metrics, platform: Platform): void {
  const { degradable } = platform.adapters;
  metrics.gauge({
    name: "oto_search_changes_waiting",
    help: "Changes of listings that the search server has not confirmed",
    read: async () => (await readLag(platform)).waiting,
  });
  metrics.gauge({
    name: "oto_search_lag_seconds",
    help: "Age of the oldest change that the search server has not confirmed",
    read: async () => (await readLag(platform)).age,
  });
  // Absent where there is no server: nothing is down then.
  if (degradable.search) {
    const { search } = degradable;
    metrics.gauge({
      name: "oto_search_server_up",
      help: "1 while the search server answers searches, 0 while PostgreSQL does",
      read: () =>
        search().then(
          () => 1,
          () => 0,
        ),
    });
  }
  metrics.gauge({
    name: "oto_search_drift_mended",
    help: "Listings that reconciliation had to mend so far, by where they differed (rows, server)",
    label: "part",
    read: async () => {
      const { rows } = await platform.database.pool.query<{ part: string; mended: number }>(
        "select part, mended::float as mended from search_drift",
      );
      return Object.fromEntries(rows.map(({ part, mended }) => [part, mended]));
    },
  });
}
