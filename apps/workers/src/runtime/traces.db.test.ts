import { newId, publish } from "@oto/db";
import { createMetrics, inSpan } from "@oto/observability";
import { recordSpans } from "@oto/observability/testing";
import type { TestPlatform } from "@oto/services/testing";
import { createTestPlatform } from "@oto/services/testing";
import { tracePlatform } from "@oto/services/tracing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startConsumers, topology } from "./consume";
import type { ConsumerHandler } from "./define-consumer";
import { workerMetrics } from "./metrics";
import { relayBatch } from "./relay";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
  await test.platform.adapters.bus.bind(topology);
});
afterAll(() => test.close());

it("continues the trace of a change in the relay, the consumer, its transaction and after it", async () => {
  const recording = await recordSpans();
  const platform = tracePlatform(test.platform);
  const galleryId = newId();
  const system = platform.database
    .onBehalfOf([`gallery:${galleryId}`])
    .unsafeSystem("a test writes for nobody in particular");
  await inSpan("request", { kind: "server" }, () =>
    system.write((tx) =>
      publish(tx, {
        name: "gallery.updated",
        payload: { galleryId },
        aggregateId: galleryId,
        galleryId,
      }),
    ),
  );
  let finished: () => void = () => undefined;
  const handled = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const handler = {
    id: "index-listings-when-gallery-changes",
    handle: async () => undefined,
    afterCommit: () => inSpan("after commit", {}, async () => finished()),
  } as ConsumerHandler;
  await relayBatch(platform);
  const consumers = await startConsumers(platform, {
    handlers: [handler],
    metrics: workerMetrics(createMetrics({ service: "test" })),
  });
  await handled;
  await consumers.stop();
  const spans = recording.spans();
  await recording.stop();

  const request = spans.find(({ name }) => name === "request");
  const ofRequest = spans.filter(({ traceId }) => traceId === request?.traceId);
  expect(ofRequest.map(({ name }) => name)).toEqual([
    "db write",
    "request",
    "publish gallery.updated",
    "db write",
    "after commit",
    "consume gallery.updated",
  ]);
  expect(ofRequest.at(-1)?.attributes).toMatchObject({
    "oto.consumer": "index-listings-when-gallery-changes",
    "oto.outcome": "ack",
  });
});
