import type { SpanRecording } from "@oto/observability/testing";
import { recordSpans } from "@oto/observability/testing";
import type { TestPlatform } from "@oto/services/testing";
import { createTestPlatform, newPhone } from "@oto/services/testing";
import { tracePlatform } from "@oto/services/tracing";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readApiEnv } from "../env";
import { FRONT_END_KEY, frontEndKey } from "./origin";
import { buildServer } from "./server";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
let test: TestPlatform;
let server: FastifyInstance;
let recording: SpanRecording;

beforeAll(async () => {
  recording = await recordSpans();
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
  const { OTO_SECRET } = test.platform.env;
  const env = readApiEnv({ DATABASE_URL: test.databaseUrl, OTO_SECRET, OTO_ENV: "test" });
  server = await buildServer(tracePlatform(test.platform), env);
});
afterAll(async () => {
  await server.close();
  await recording.stop();
  await test.close();
});

const requestCode = (headers: Record<string, string>) =>
  server.inject({
    method: "POST",
    url: "/trpc/auth.requestOtp",
    headers: {
      "content-type": "application/json",
      traceparent: `00-${TRACE}-b7ad6b7169203331-01`,
      ...headers,
    },
    payload: JSON.stringify({ phone: newPhone(), purpose: "register" }),
  });

const lastTraceOfOutbox = async (): Promise<string> => {
  const { rows } = await test.platform.database.pool.query<{ traceparent: string | null }>(
    "select traceparent from outbox_event order by seq desc limit 1",
  );
  return rows[0]?.traceparent?.split("-")[1] ?? "none";
};

it("leads one trace from a front end's request over procedure and transaction into the outbox", async () => {
  const key = frontEndKey(test.platform.env.OTO_SECRET);
  expect((await requestCode({ [FRONT_END_KEY]: key })).statusCode).toBe(200);
  const spans = recording.spans().filter(({ traceId }) => traceId === TRACE);
  const request = spans.find(({ name }) => name === "POST /trpc/:path");
  const procedure = spans.find(({ name }) => name === "auth.requestOtp");
  const writes = spans.filter(({ name }) => name === "db write");
  expect(request?.attributes["http.response.status_code"]).toBe(200);
  expect(procedure?.parentId).toBe(request?.spanId);
  expect(writes.map(({ parentId }) => parentId)).toContain(procedure?.spanId);
  expect(await lastTraceOfOutbox()).toBe(TRACE);
});

it("begins its own trace for anybody else", async () => {
  const before = recording.spans().length;
  await requestCode({});
  await requestCode({ [FRONT_END_KEY]: "guessed" });
  const traces = recording.spans().slice(before);
  expect(traces.length).toBeGreaterThan(0);
  expect(traces.map(({ traceId }) => traceId)).not.toContain(TRACE);
  expect(await lastTraceOfOutbox()).toBe(traces.at(-1)?.traceId);
});

it("says nothing about people and leaves out the machinery", async () => {
  await server.inject({ url: "/health/live" });
  const said = JSON.stringify(recording.spans());
  expect(said).not.toMatch(/\+90|203\.0\.113|health/);
});
