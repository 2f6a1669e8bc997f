import { describe, expect, it } from "vitest";
import { EffectBatch } from "./effect-batch";

/** Batches that wait to be let through. */
function held() {
  const batches: { items: readonly number[]; end: (error?: Error) => void }[] = [];
  const batch = new EffectBatch<number>(
    (items) =>
      new Promise<void>((resolve, reject) => {
        batches.push({ items, end: (error) => (error ? reject(error) : resolve()) });
      }),
  );
  return { batch, batches };
}

describe("a batch", () => {
  it("does together what comes together, and what comes meanwhile after it", async () => {
    const { batch, batches } = held();
    const first = [batch.add(1), batch.add(2)];
    await expect.poll(() => batches.length).toBe(1);
    const later = [batch.add(3), batch.add(4), batch.add(5)];
    batches[0]?.end();
    await Promise.all(first);
    await expect.poll(() => batches.length).toBe(2);
    batches[1]?.end();
    await Promise.all(later);
    expect(batches.map(({ items }) => items)).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it("is bounded", async () => {
    const sizes: number[] = [];
    const batch = new EffectBatch<number>(async (items) => void sizes.push(items.length));
    await Promise.all(Array.from({ length: 150 }, (_, n) => batch.add(n)));
    expect(sizes).toEqual([64, 64, 22]);
  });

  it("that fails is done one by one, each with its own outcome", async () => {
    const done: number[] = [];
    const batch = new EffectBatch<number>(async (items) => {
      if (items.includes(2)) throw new Error("two");
      done.push(...items);
    });
    const outcomes = await Promise.allSettled([batch.add(1), batch.add(2), batch.add(3)]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(done).toEqual([1, 3]);
    await batch.add(4);
    expect(done).toEqual([1, 3, 4]);
  });
});
