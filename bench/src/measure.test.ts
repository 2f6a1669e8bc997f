import { describe, expect, it } from "vitest";
import { Work } from "./bench-case";
import { median, quantile, summary, takeTurns } from "./measure";

describe("the figures of a benchmark", () => {
  it("reads quantiles off unsorted numbers", () => {
    const numbers = [5, 1, 4, 2, 3];
    expect(median(numbers)).toBe(3);
    expect(quantile(numbers, 0.95)).toBe(5);
    expect(quantile([], 0.5)).toBe(0);
  });

  it("takes the median round of every figure", () => {
    const round = (perSecond: number) => ({ perSecond, p50: 1, p95: 2, p99: 3 });
    expect(summary([round(10), round(1_000), round(20)]).perSecond).toBe(20);
  });

  it("lets everybody have as many rounds, and throws the first one away", async () => {
    const turns: string[] = [];
    const contender = (name: string) => ({
      name,
      run: async () => {
        if (turns.at(-1) !== name) turns.push(name);
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
    const plan = { rounds: 2, roundMs: 2, concurrency: 1 };
    const rounds = await takeTurns([contender("a"), contender("b")], plan, () => undefined);
    expect(rounds.map((figures) => figures.length)).toEqual([2, 2]);
    expect(turns).toEqual(["a", "b", "a", "b"]);
  });

  it("counts what a run says it did, and prepares outside of the clock", async () => {
    const seen: string[] = [];
    const contender = {
      name: "a",
      once: true as const,
      prepare: async () => seen.push("prepare"),
      run: async () => {
        seen.push("run");
        await new Promise((resolve) => setImmediate(resolve));
        return new Work(500, [1, 2, 3]);
      },
    };
    const plan = { rounds: 1, roundMs: 1_000, concurrency: 10 };
    const [[figures] = []] = await takeTurns([contender], plan, () => undefined);
    expect(seen).toEqual(["prepare", "run", "prepare", "run"]);
    expect(figures?.p50).toBe(2);
    expect(figures?.perSecond).toBeGreaterThan(500);
  });
});
