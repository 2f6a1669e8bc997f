import type { HealthRegistry, Metrics } from "@oto/observability";
import type { Platform } from "../context";

/**
 * Names the replica among the dependencies. Without it everything still works, from the primary,
 * so a process stays ready.
 */
export function registerReplicaHealth(health: HealthRegistry, { database }: Platform): void {
  const { replica } = database;
  if (!replica) return;
  health.register(
    "replica",
    async () => {
      const { state, lagMs } = replica.status;
      const lag = lagMs === null ? "" : `, ${Math.round(lagMs)} ms behind`;
      if (state !== "ok") throw new Error(`${state}${lag}: reads come from the primary`);
      return `${state}${lag}`;
    },
    { critical: false },
  );
}

/** How far the replica is behind, and which side served the reads that it may serve. */
export function registerReplicaGauges(metrics: Metrics, { database }: Platform): void {
  const { replica } = database;
  if (!replica) return;
  metrics.gauge({
    name: "oto_replica_lag_seconds",
    help: "Seconds the read replica is behind the primary at most; absent while unknown",
    read: () => {
      const { lagMs } = replica.status;
      if (lagMs === null) throw new Error("nobody knows yet");
      return lagMs / 1_000;
    },
  });
  metrics.gauge({
    name: "oto_replica_usable",
    help: "1 while reads may go to the replica, else 0",
    read: () => (replica.status.state === "ok" ? 1 : 0),
  });
  metrics.gauge({
    name: "oto_routed_reads",
    help: "Reads that a replica may serve since the start, by who served them and why",
    label: "side",
    read: () => ({ ...replica.reads }),
  });
}
