import type { TestPlatform } from "@oto/services/testing";
import { createTestPlatform } from "@oto/services/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSchedules, takeTurn } from "./schedules";

const SECOND = 1_000;
const HOUR = 3_600_000;
const STEP = 100;
let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

/** Time that passes evenly beside a clock that may be set; three workers look once a period each. */
function world(id: string, everyMs: number) {
  let passed = 0;
  const turns: number[] = [];
  const phases = [0, everyMs / 3, (2 * everyMs) / 3].map((phase) => Math.ceil(phase / STEP) * STEP);
  return {
    turns,
    set: (ms: number) => test.clock.advance(ms),
    async pass(ms: number): Promise<void> {
      for (const until = passed + ms; passed < until; ) {
        passed += STEP;
        test.clock.advance(STEP);
        for (const phase of phases.filter((each) => (passed - each) % everyMs === 0)) {
          if (await takeTurn(test.platform, id, everyMs)) turns.push(passed);
          expect(phase).toBeLessThan(everyMs);
        }
      }
    },
    /** Time from each turn to the next. */
    gaps: () => turns.slice(1).map((at, index) => at - (turns[index] ?? 0)),
  };
}

describe("turns of a schedule", () => {
  it("come once a period over three workers", async () => {
    const at = world("t-even", SECOND);
    await at.pass(12 * SECOND);
    expect(at.turns.length).toBeGreaterThanOrEqual(11);
    expect(Math.min(...at.gaps())).toBeGreaterThanOrEqual(0.9 * SECOND);
    expect(Math.max(...at.gaps())).toBeLessThanOrEqual(1.5 * SECOND);
  });

  it.each([500, 2_500, 30_000, 2 * HOUR])(
    "come neither twice nor early when the clock is set back by %i ms, and less than 5 s late",
    async (back) => {
      const at = world(`t-back-${back}`, SECOND);
      await at.pass(3 * SECOND + 300);
      at.set(-back);
      await at.pass(12 * SECOND);
      expect(at.turns.at(-1)).toBeGreaterThan(13 * SECOND);
      expect(Math.min(...at.gaps())).toBeGreaterThanOrEqual(0.9 * SECOND);
      expect(Math.max(...at.gaps()) - SECOND).toBeLessThan(5 * SECOND);
    },
  );

  it("of an hour are not taken again because the clock went back an hour", async () => {
    const id = "t-hourly";
    expect(await takeTurn(test.platform, id, HOUR)).toBe(true);
    test.clock.advance(10 * 60_000 - HOUR);
    expect(await takeTurn(test.platform, id, HOUR)).toBe(false);
    test.clock.advance(0.95 * HOUR);
    expect(await takeTurn(test.platform, id, HOUR)).toBe(true);
  });

  it("that a sleep or a clock set forward has skipped are made up for once", async () => {
    const at = world("t-forward", SECOND);
    await at.pass(2 * SECOND);
    const before = at.turns.length;
    at.set(5 * HOUR);
    await at.pass(SECOND);
    expect(at.turns.length - before).toBeLessThanOrEqual(2);
  });

  it("outlive the workers: whoever starts next waits for the period to be over", async () => {
    const period = 10 * SECOND;
    expect(await takeTurn(test.platform, "t-restart", period)).toBe(true);
    test.clock.advance(8 * SECOND);
    expect(await takeTurn(test.platform, "t-restart", period)).toBe(false);
    test.clock.advance(2 * SECOND);
    expect(await takeTurn(test.platform, "t-restart", period)).toBe(true);
  });
});

it("what comes due is done less than 5 s later", async ({ annotate }) => {
  const dueAt = test.clock.now().getTime() + 3 * HOUR;
  let doneAt = 0;
  const running = startSchedules(test.platform, [
    {
      id: "expire-offers",
      run: async ({ now }) => {
        if (now().getTime() >= dueAt && doneAt === 0) doneAt = performance.now();
        return 0;
      },
    },
  ]);
  test.clock.advance(3 * HOUR);
  const from = performance.now();
  await expect.poll(() => doneAt, { timeout: 10_000, interval: 5 }).toBeGreaterThan(0);
  await running.stop();
  await annotate(`${Math.round(doneAt - from)} ms after it was due`);
  expect(doneAt - from).toBeLessThan(5 * SECOND);
});
