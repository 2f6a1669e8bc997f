import type { Delivery, Settlement } from "@oto/adapters";
import type { Metrics } from "@oto/observability";

export interface WorkerMetrics {
  /** Call when a delivery begins; the returned function when it is settled. */
  started(delivery: Delivery): (settlement: Settlement) => void;
}

/** Times every delivery, and the lag from the event to the start and to the end of its effect. */
export function workerMetrics(metrics: Metrics): WorkerMetrics {
  return {
    started({ consumerId, message }) {
      const age = () => (Date.now() - Date.parse(message.occurredAt)) / 1_000;
      metrics.eventLag.observe({ consumer: consumerId }, age());
      const stopTimer = metrics.eventDuration.startTimer({ consumer: consumerId });
      return (settlement) => {
        stopTimer({ outcome: outcomeOf(settlement) });
        if (settlement === "ack") metrics.effectLag.observe({ consumer: consumerId }, age());
      };
    },
  };
}

function outcomeOf(settlement: Settlement): "ack" | "retry" | "dead" {
  if (settlement === "ack") return "ack";
  return "retryInMs" in settlement ? "retry" : "dead";
}
