import { context, propagation, trace } from "@opentelemetry/api";
import type { SpanExporter } from "@opentelemetry/sdk-trace-base";
import type { ObservabilityEnv } from "../env";
import { setTracing } from "./switch";

/** Tracing of a process that was started. */
export interface Tracing {
  /** Hands finished spans to the exporter now. */
  flush(): Promise<void>;
  /** Flushes, then stops recording for good. */
  shutdown(): Promise<void>;
}

export interface TracingOptions {
  /** Name of the process in traces: `api`, `workers`, … */
  readonly service: string;
  readonly env: Pick<ObservabilityEnv, "OTEL_EXPORTER_OTLP_ENDPOINT" | "OTEL_TRACES_SAMPLER_ARG">;
  /** Where spans go instead of the endpoint; for tests. */
  readonly exporter?: SpanExporter;
}

/**
 * Starts tracing when `OTEL_EXPORTER_OTLP_ENDPOINT` is set; without it nothing is loaded and every
 * function of this folder does nothing. A trace that was begun elsewhere keeps the decision made
 * there; of those begun here the share `OTEL_TRACES_SAMPLER_ARG` is recorded.
 *
 * @returns null when tracing is off
 */
export async function startTracing(options: TracingOptions): Promise<Tracing | null> {
  const { service, env, exporter } = options;
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined && exporter === undefined) return null;
  const [node, { resourceFromAttributes }, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const processor = exporter
    ? new node.SimpleSpanProcessor(exporter)
    : new node.BatchSpanProcessor(
        new OTLPTraceExporter({ url: `${endpoint?.replace(/\/$/, "")}/v1/traces` }),
      );
  const provider = new node.NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": `kontak-${service}` }),
    sampler: new node.ParentBasedSampler({
      root: new node.TraceIdRatioBasedSampler(env.OTEL_TRACES_SAMPLER_ARG),
    }),
    spanProcessors: [processor],
  });
  provider.register();
  setTracing(true);
  return {
    flush: () => provider.forceFlush(),
    async shutdown() {
      setTracing(false);
      // A collector that is away must not keep a process from stopping.
      await provider.shutdown().catch(() => undefined);
      for (const api of [trace, context, propagation]) api.disable();
    },
  };
}
