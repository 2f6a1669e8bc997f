export { LOG_LEVELS, type LogLevel, type ObservabilityEnv, observabilityEnv } from "./env";
export {
  createHealthRegistry,
  type HealthCheck,
  type HealthCheckOptions,
  type HealthCheckResult,
  type HealthRegistry,
  type HealthReport,
} from "./health/health-registry";
export { createLogger, type Logger, type LoggerOptions } from "./logger/logger";
export { maskText } from "./logger/mask-text";
export { redact } from "./logger/redact";
export { createMetrics, type GaugeOptions, type Metrics } from "./metrics/metrics";
export {
  currentTraceId,
  currentTraceparent,
  inSpan,
  type OpenSpan,
  openSpan,
  type SpanAttributes,
  type SpanOptions,
} from "./tracing/span";
export { startTracing, type Tracing, type TracingOptions } from "./tracing/tracing";
