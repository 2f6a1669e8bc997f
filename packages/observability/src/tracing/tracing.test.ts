import { InMemorySpanExporter } from "@opentelemetry/sdk-trace-base";
import { afterEach, describe, expect, it } from "vitest";
import { createLogger } from "../logger/logger";
import { currentTraceId, currentTraceparent, inSpan, openSpan } from "./span";
import type { Tracing } from "./tracing";
import { startTracing } from "./tracing";

let running: Tracing | null = null;
let exporter = new InMemorySpanExporter();

const start = async (ratio = 1) => {
  exporter = new InMemorySpanExporter();
  running = await startTracing({
    service: "test",
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: undefined, OTEL_TRACES_SAMPLER_ARG: ratio },
    exporter,
  });
};

afterEach(async () => {
  await running?.shutdown();
  running = null;
});

describe("tracing", () => {
  it("is off without an endpoint: nothing is recorded, no context travels", async () => {
    const off = await startTracing({
      service: "test",
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: undefined, OTEL_TRACES_SAMPLER_ARG: 1 },
    });
    expect(off).toBeNull();
    expect(await inSpan("work", {}, async () => currentTraceparent())).toBeUndefined();
  });

  it("carries one trace through spans begun both ways and over a wire", async () => {
    await start();
    const request = openSpan("request", { kind: "server" });
    const wire = await request.within(() => inSpan("work", {}, async () => currentTraceparent()));
    request.end({ attributes: { "http.response.status_code": 200 } });
    await inSpan("effect", { kind: "consumer", parent: wire }, async () => undefined);
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ name }) => name)).toEqual(["work", "request", "effect"]);
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
  });

  it("marks what failed by its class only and lets the failure through", async () => {
    await start();
    const failing = inSpan("work", {}, async () => {
      throw new TypeError("ayse@ornek.com is no phone");
    });
    await expect(failing).rejects.toThrow("no phone");
    const [span] = exporter.getFinishedSpans();
    expect(span?.attributes).toEqual({ "error.type": "TypeError" });
    expect(JSON.stringify([span?.events, span?.status])).not.toContain("ayse");
  });

  it("records none at ratio 0, but follows a decision made elsewhere", async () => {
    await start(0);
    await inSpan("own", {}, async () => undefined);
    const parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await inSpan("theirs", { parent }, async () => undefined);
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(["theirs"]);
  });

  it("puts the trace's id into log lines", async () => {
    await start();
    const lines: string[] = [];
    const logger = createLogger({
      service: "test",
      destination: { write: (line: string) => void lines.push(line) },
    });
    const id = await inSpan("work", {}, async () => {
      logger.info({ offerId: "1" }, "done");
      return currentTraceId();
    });
    logger.info("outside");
    expect(JSON.parse(lines[0] ?? "{}").traceId).toBe(id);
    expect(JSON.parse(lines[1] ?? "{}")).not.toHaveProperty("traceId");
  });
});
