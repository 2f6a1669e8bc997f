import { describe, expect, it } from "vitest";
import { createMetrics } from "./metrics";

describe("createMetrics", () => {
  it("exposes histograms and gauges that are read at the scrape", async () => {
    const metrics = createMetrics({ service: "test" });
    metrics.procedureDuration.observe({ procedure: "offer.accept", outcome: "ok" }, 0.012);
    let depth = 1;
    metrics.gauge({
      name: "oto_queue_depth",
      help: "Waiting deliveries",
      label: "queue",
      read: () => ({ critical: depth }),
    });
    depth = 7;
    const { body, contentType } = await metrics.render();
    expect(contentType).toContain("text/plain");
    expect(body).toMatch(/oto_queue_depth\{queue="critical",service="test"\} 7/);
    expect(body).toMatch(/procedure="offer.accept",outcome="ok"/);
  });

  it("takes the newer of two gauges of one name", async () => {
    const metrics = createMetrics({ service: "test" });
    metrics.gauge({ name: "oto_twice", help: "x", read: () => 1 });
    metrics.gauge({ name: "oto_twice", help: "x", read: () => 2 });
    expect((await metrics.render()).body).toContain('oto_twice{service="test"} 2');
  });

  it("answers while a gauge cannot be read", async () => {
    const metrics = createMetrics({ service: "test" });
    metrics.gauge({ name: "oto_away", help: "x", read: () => Promise.reject(new Error("away")) });
    expect((await metrics.render()).body).toContain("# HELP oto_away");
  });
});
