import { randomBytes } from "node:crypto";

export interface TraceSettings {
  /** Collector of traces; undefined: no tracing. */
  readonly endpoint: string | undefined;
  /** Share of traces that is recorded, 0 to 1. */
  readonly ratio: number;
}

/**
 * Begins a trace for one call of the API, as W3C trace context. The site decides whether it is
 * recorded and leaves no span of its own: what Next would record holds addresses with their query.
 *
 * @param random 0 to 1; decides whether the trace is recorded
 */
export function traceHeaders(
  { endpoint, ratio }: TraceSettings,
  random: number = Math.random(),
): Record<string, string> {
  if (endpoint === undefined) return {};
  const [trace, parent] = [randomBytes(16), randomBytes(8)].map((id) => id.toString("hex"));
  return { traceparent: `00-${trace}-${parent}-${random < ratio ? "01" : "00"}` };
}
