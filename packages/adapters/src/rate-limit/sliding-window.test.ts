import fc from "fast-check";
import { expect, it } from "vitest";
import { EMPTY_WINDOW, SLICES, spendInWindow } from "./sliding-window";

const RULES = { points: 5, windowS: 60 };
const SLICE_MS = 60_000 / SLICES;

const calls = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 20_000 }), points: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 60 },
);

it("never allows more than the limit in any window, but for one slice at its edge", () => {
  fc.assert(
    fc.property(calls, (all) => {
      let now = 1_000_000;
      let state = EMPTY_WINDOW;
      const allowed: { at: number; points: number }[] = [];
      for (const { after, points } of all) {
        now += after;
        const reading = spendInWindow(state, RULES, { points, now });
        state = reading.state;
        if (reading.spent <= RULES.points) allowed.push({ at: now, points });
      }
      for (const { at: start } of allowed) {
        const inWindow = allowed.filter(({ at }) => at >= start && at < start + 60_000 - SLICE_MS);
        expect(inWindow.reduce((total, { points }) => total + points, 0)).toBeLessThanOrEqual(5);
      }
    }),
  );
});

it("lets in whoever waits as long as it says", () => {
  fc.assert(
    fc.property(calls, (all) => {
      let now = 1_000_000;
      let state = EMPTY_WINDOW;
      for (const { after, points } of all) {
        now += after;
        const reading = spendInWindow(state, RULES, { points, now });
        state = reading.state;
        if (reading.spent <= RULES.points) continue;
        const later = { points, now: now + reading.waitMs };
        expect(spendInWindow(state, RULES, later).spent).toBeLessThanOrEqual(RULES.points);
      }
    }),
  );
});

it("lets in whoever keeps asking, at whatever pace, as often as the limit says", () => {
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 10_000 }), (every) => {
      let state = EMPTY_WINDOW;
      let allowed = 0;
      const windows = 10;
      for (let now = 1_000_000; now < 1_000_000 + windows * 60_000; now += every) {
        const reading = spendInWindow(state, RULES, { points: 1, now });
        state = reading.state;
        if (reading.spent <= RULES.points) allowed += 1;
      }
      // What a slice and a pause between two calls cost may be lost in every window.
      const least = (windows * 60_000) / (60_000 + SLICE_MS + every);
      expect(allowed).toBeGreaterThanOrEqual(Math.floor(least) * RULES.points);
    }),
  );
});
