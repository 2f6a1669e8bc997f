import { InMemorySpanExporter } from "@opentelemetry/sdk-trace-base";
import { startTracing } from "./tracing";

export interface RecordedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface SpanRecording {
  /** Finished spans, oldest first. */
  spans(): RecordedSpan[];
  stop(): Promise<void>;
}

/** Records every span of this process in memory, for tests. */
export async function recordSpans(): Promise<SpanRecording> {
  const exporter = new InMemorySpanExporter();
  const tracing = await startTracing({
    service: "test",
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: undefined, OTEL_TRACES_SAMPLER_ARG: 1 },
    exporter,
  });
  return {
    spans: () =>
      exporter.getFinishedSpans().map((span) => ({
        name: span.name,
        traceId: span.spanContext().traceId,
        spanId: span.spanContext().spanId,
        parentId: span.parentSpanContext?.spanId,
        attributes: span.attributes,
      })),
    stop: async () => tracing?.shutdown(),
  };
}
