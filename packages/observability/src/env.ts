import { z } from "zod";

/** Log levels, quietest last. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Environment fragment: compose it into an application's env and parse once at boot. */
export const observabilityEnv = z.object({
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  /** Collector of traces (OTLP over HTTP), e.g. `http://otel-collector:4318`; unset: no tracing. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .union([z.literal(""), z.url({ protocol: /^https?$/ })])
    .optional()
    .transform((url) => url || undefined),
  /** Share of traces recorded, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
});

export type ObservabilityEnv = z.infer<typeof observabilityEnv>;
