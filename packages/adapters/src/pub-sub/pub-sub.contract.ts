import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PubSub } from "./pub-sub.port";
import { PUB_SUB_LIMIT_BYTES } from "./pub-sub.port";

export interface PubSubHarness {
  /** Another process on the same broker. */
  connect(): Promise<PubSub>;
  /** Breaks every connection once; they come back by themselves. */
  cut(): Promise<void>;
}

const PATIENCE = { timeout: 8_000, interval: 10 };

/** The rules that every pub/sub keeps. */
export function pubSubContract(name: string, open: () => Promise<PubSubHarness>): void {
  describe(`pub/sub: ${name}`, () => {
    let harness: PubSubHarness;
    let one: PubSub;
    let two: PubSub;
    beforeEach(async () => {
      harness = await open();
      [one, two] = await Promise.all([harness.connect(), harness.connect()]);
    });
    afterEach(async () => {
      await Promise.all([one.close(), two.close()]);
    });

    it("reaches every subscriber of the topic in every process, and only them", async () => {
      const topic = randomUUID();
      const seen: string[] = [];
      await one.subscribe(topic, (message) => seen.push(`one ${JSON.stringify(message)}`));
      await two.subscribe(topic, (message) => seen.push(`two ${JSON.stringify(message)}`));
      await two.subscribe(`${topic}-other`, () => seen.push("other"));
      await one.publish(topic, { offerId: "ığüşöç", seq: 1 });
      await vi.waitFor(() => expect(seen).toHaveLength(2), PATIENCE);
      expect(seen.sort()).toEqual([
        'one {"offerId":"ığüşöç","seq":1}',
        'two {"offerId":"ığüşöç","seq":1}',
      ]);
    });

    it("keeps the order of a publisher, equal messages included", async () => {
      const topic = randomUUID();
      const seen: unknown[] = [];
      await two.subscribe(topic, (message) => seen.push(message));
      const sent = Array.from({ length: 300 }, (_, index) => Math.floor(index / 3));
      await Promise.all(sent.map((value) => one.publish(topic, value)));
      await vi.waitFor(() => expect(seen).toHaveLength(300), PATIENCE);
      expect(seen).toEqual(sent);
    });

    it("stops after unsubscribing, each subscription for itself", async () => {
      const topic = randomUUID();
      const seen: unknown[] = [];
      const listener = (message: unknown) => seen.push(message);
      const stop = await two.subscribe(topic, listener);
      await two.subscribe(topic, listener);
      await stop();
      await one.publish(topic, 1);
      await one.publish(topic, 2);
      await vi.waitFor(() => expect(seen).toContain(2), PATIENCE);
      expect(seen).toEqual([1, 2]);
    });

    it("goes on when a subscriber throws", async () => {
      const topic = randomUUID();
      const seen: unknown[] = [];
      await two.subscribe(topic, () => {
        throw new Error("bad subscriber");
      });
      await two.subscribe(topic, (message) => seen.push(message));
      await one.publish(topic, "still");
      await vi.waitFor(() => expect(seen).toEqual(["still"]), PATIENCE);
    });

    it("refuses a message that is too large", async () => {
      const long = "ş".repeat(PUB_SUB_LIMIT_BYTES / 2);
      await expect(one.publish("topic", long)).rejects.toThrow(RangeError);
    });

    it("says that it was away, and hears again", async () => {
      const topic = randomUUID();
      const seen: unknown[] = [];
      let returned = 0;
      await two.subscribe(topic, (message) => seen.push(message));
      two.onReconnected(() => {
        returned += 1;
      });
      await harness.cut();
      await vi.waitFor(() => expect(returned).toBe(1), PATIENCE);
      await vi.waitFor(() => one.publish(topic, "after"), PATIENCE);
      await vi.waitFor(() => expect(seen).toEqual(["after"]), PATIENCE);
    });
  });
}
