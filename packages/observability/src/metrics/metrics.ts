import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

export interface Metrics {
  readonly registry: Registry;
  /** Seconds an HTTP request took, by method, route pattern and status class (`2xx`). */
  readonly httpDuration: Histogram<"method" | "route" | "status">;
  /** Seconds a procedure took, by path and outcome (`ok` or tRPC's error code). */
  readonly procedureDuration: Histogram<"procedure" | "outcome">;
  /** Seconds a consumer took, by consumer id and outcome (`ack`, `retry`, `dead`). */
  readonly eventDuration: Histogram<"consumer" | "outcome">;
  /** Seconds between an event and the start of its effect. */
  readonly eventLag: Histogram<"consumer">;
  /** Seconds between an event and the end of its effect, as people feel it. */
  readonly effectLag: Histogram<"consumer">;
  /** Runs of schedules by id and outcome (`ok`, `failed`). */
  readonly scheduleRuns: Counter<"schedule" | "outcome">;
  readonly cacheLookups: Counter<"result">;
  /**
   * Registers a gauge whose value is read at each scrape; a failing read leaves it absent. A
   * second one of the same name takes the place of the first (a server that was built again).
   */
  gauge(options: GaugeOptions): void;
  /** Exposition text with its content type. */
  render(): Promise<{ contentType: string; body: string }>;
}

export interface GaugeOptions {
  readonly name: string;
  readonly help: string;
  /** Name of the only label, when `read` returns one value a label. */
  readonly label?: string;
  read(): Promise<number | Record<string, number>> | number | Record<string, number>;
}

function registerGauge(registry: Registry, options: GaugeOptions): void {
  registry.removeSingleMetric(options.name);
  new Gauge({
    name: options.name,
    help: options.help,
    labelNames: options.label ? [options.label] : [],
    registers: [registry],
    async collect() {
      this.reset();
      try {
        const value = await options.read();
        if (typeof value === "number") {
          this.set(value);
          return;
        }
        for (const [key, amount] of Object.entries(value)) {
          this.set({ [options.label ?? "key"]: key }, amount);
        }
      } catch {
        // A scrape must answer while a dependency is away; health says which one is.
        this.reset();
      }
    },
  });
}

/** Prometheus registry of one process, with the histograms every application shares. */
export function createMetrics({ service }: { service: string }): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const histogram = <Label extends string>(name: string, help: string, labels: Label[]) =>
    new Histogram({ name, help, labelNames: labels, buckets: SECONDS, registers: [registry] });
  return {
    registry,
    httpDuration: histogram("oto_http_request_duration_seconds", "HTTP requests", [
      "method",
      "route",
      "status",
    ]),
    procedureDuration: histogram("oto_procedure_duration_seconds", "tRPC procedures", [
      "procedure",
      "outcome",
    ]),
    eventDuration: histogram("oto_event_duration_seconds", "Consumer runs", [
      "consumer",
      "outcome",
    ]),
    eventLag: histogram("oto_event_lag_seconds", "Event to start of its effect", ["consumer"]),
    effectLag: histogram("oto_event_effect_seconds", "Event to end of its effect", ["consumer"]),
    scheduleRuns: new Counter({
      name: "oto_schedule_runs_total",
      help: "Runs of schedules by outcome (ok, failed)",
      labelNames: ["schedule", "outcome"],
      registers: [registry],
    }),
    cacheLookups: new Counter({
      name: "oto_cache_lookups_total",
      help: "Cache lookups by result (hit, miss)",
      labelNames: ["result"],
      registers: [registry],
    }),
    gauge: (options) => registerGauge(registry, options),
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
