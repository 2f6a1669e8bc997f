import type { Attributes, Context, Span } from "@opentelemetry/api";
import {
  context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { isTracing } from "./switch";

/** Names, ids, counts and codes; never an input, a payload or anything of a person. */
export type SpanAttributes = Attributes;

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

export interface SpanOptions {
  readonly kind?: keyof typeof KINDS;
  readonly attributes?: SpanAttributes;
  /** W3C `traceparent` of what caused this; what runs around the call unless given. */
  readonly parent?: string | undefined;
}

/** A span that was begun by hand. */
export interface OpenSpan {
  /** Runs something so that its spans become children. */
  within<T>(work: () => T): T;
  end(outcome?: { attributes?: SpanAttributes; failed?: boolean }): void;
}

const NO_SPAN: OpenSpan = { within: (work) => work(), end: () => undefined };

const tracer = () => trace.getTracer("kontak");

/** The context that a `traceparent` names, or the running one. */
function contextOf(traceparent: string | undefined): Context {
  if (traceparent === undefined) return context.active();
  return propagation.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter);
}

function fail(span: Span, error: unknown): void {
  // The class says which failure it is; messages may quote what people typed.
  const type = error instanceof Error ? error.name : "unknown";
  span.setAttribute("error.type", type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Begins a span whose end comes by another call, as with the hooks of a server. */
export function openSpan(name: string, options: SpanOptions = {}): OpenSpan {
  if (!isTracing()) return NO_SPAN;
  const { kind = "internal", attributes = {}, parent } = options;
  const outside = contextOf(parent);
  const span = tracer().startSpan(name, { kind: KINDS[kind], attributes }, outside);
  const inside = trace.setSpan(outside, span);
  return {
    within: (work) => context.with(inside, work),
    end({ attributes: more = {}, failed = false } = {}) {
      span.setAttributes(more);
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** Runs some work within a span of its own; a rejection marks the span and goes on. */
export async function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: (span: { set(attributes: SpanAttributes): void }) => Promise<T>,
): Promise<T> {
  if (!isTracing()) return work({ set: () => undefined });
  const { kind = "internal", attributes = {}, parent } = options;
  const outside = contextOf(parent);
  const span = tracer().startSpan(name, { kind: KINDS[kind], attributes }, outside);
  try {
    return await context.with(trace.setSpan(outside, span), () =>
      work({ set: (more) => void span.setAttributes(more) }),
    );
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** W3C `traceparent` of what is running; undefined while tracing is off. */
export function currentTraceparent(): string | undefined {
  if (!isTracing()) return undefined;
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier, defaultTextMapSetter);
  return carrier.traceparent;
}

/** Id of the trace that is running, 32 hex digits; undefined outside of one. */
export function currentTraceId(): string | undefined {
  if (!isTracing()) return undefined;
  return trace.getActiveSpan()?.spanContext().traceId;
}
