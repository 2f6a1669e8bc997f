import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delayStep, idOfBody } from "./rabbit-retries";
import { DELAYS_MS, RabbitTopology } from "./rabbit-topology";

describe("delayStep", () => {
  it("never overshoots a wait, and reaches its end in a few rounds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 600_000 }), (waitMs) => {
        let left = waitMs;
        let rounds = 0;
        while (left > 0) {
          const step = delayStep(left);
          if (left >= DELAYS_MS[0]) expect(step).toBeLessThanOrEqual(left);
          left -= step;
          rounds += 1;
        }
        expect(rounds).toBeLessThanOrEqual(25);
        expect(left).toBeGreaterThan(-DELAYS_MS[0]);
      }),
    );
  });

  it.each([200, 1_000, 5_000, 10_000, 15_000, 60_000, 300_000])(
    "knows the back-off of %i ms in one round",
    (backoffMs) => {
      expect(delayStep(backoffMs)).toBe(backoffMs);
    },
  );
});

describe("idOfBody", () => {
  it("is a UUID, the same for the same text", () => {
    const id = idOfBody("{no");
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idOfBody("{no")).toBe(id);
    expect(idOfBody("{yes")).not.toBe(id);
  });
});

describe("RabbitTopology", () => {
  const topology = new RabbitTopology({ prefix: "oto", partitions: 4 });

  it("finds the consumer of a queue", () => {
    expect(topology.consumerOf(topology.queueOf("close-rivals", 3))).toBe("close-rivals");
  });

  it("keeps an aggregate in one partition and spreads many over all", () => {
    const base = { id: "", name: "a.b", version: 1, galleryId: null, occurredAt: "", payload: {} };
    const partitionOf = (aggregateId: string) =>
      topology.partitionOf({ ...base, aggregateType: "vehicle", aggregateId });
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(partitionOf(id)).toBe(partitionOf(id));
        expect([0, 1, 2, 3]).toContain(partitionOf(id));
      }),
    );
    const used = new Set(Array.from({ length: 100 }, (_, index) => partitionOf(`id-${index}`)));
    expect(used.size).toBe(4);
  });
});
