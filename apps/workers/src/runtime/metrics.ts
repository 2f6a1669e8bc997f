import type { Delivery, Settlement } from "@oto/adapters";
import type { Metrics } from "@oto/observability";

export interface WorkerMetrics {
  /** Call when a delivery begins; the returned function when it is settled. */
  started(delivery: Delivery): (settlement: Settlement) => void;
}

/** Times every delivery, and the lag from the event to the start of its effect. */
export function workerMetrics(metrics: Metrics): WorkerMetrics {
  return {
    started({ consumerId, message }) {
      const lagMs = Date.now() - Date.parse(message.occurredAt);
      metrics.eventLag.observe({ consumer: consumerId }, lagMs / 1_000);
      const stopTimer = metrics.eventDuration.startTimer({ consumer: consumerId });
      return (settlement) => {
        stopTimer({ outcome: outcomeOf(settlement) });
      };
    },
  };
}

function outcomeOf(settlement: Settlement): "ack" | "retry" | "dead" {
  if (settlement === "ack") return "ack";
  return "retryInMs" in settlement ? "retry" : "dead";
}
