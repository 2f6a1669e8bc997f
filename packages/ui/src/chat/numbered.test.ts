import { describe, expect, it } from "vitest";
import type { Numbered } from "./numbered";
import { gapAfter, merge, runAround } from "./numbered";

const message = (seq: number, editedAt: string | null = null): Numbered => ({
  messageId: `m${seq}`,
  seq,
  clientMessageId: null,
  createdAt: "2026-11-28T10:00:00.000Z",
  editedAt,
  deletedAt: null,
});
const seqs = (messages: readonly Numbered[]) => messages.map(({ seq }) => seq);
const known = [1, 2, 3].map((seq) => message(seq));

/** The same numbers every run, in an order nobody chose. */
function shuffled(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, (_, index) => index + 1)
    .map((seq) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return { seq, weight: state };
    })
    .toSorted((a, b) => a.weight - b.weight)
    .map(({ seq }) => seq);
}

describe("merge", () => {
  it("appends what is newer and keeps the array when nothing came", () => {
    expect(seqs(merge(known, [message(5), message(4)]))).toEqual([1, 2, 3, 4, 5]);
    expect(seqs(merge(known, [message(2)]))).toEqual([1, 2, 3]);
    expect(merge(known, [])).toBe(known);
  });

  it("takes the later state of a message and refuses an older one", () => {
    const edited = merge(known, [message(2, "2026-11-28T10:05:00.000Z")]);
    expect(edited[1]?.editedAt).toBe("2026-11-28T10:05:00.000Z");
    expect(merge(edited, [message(2)])).toBe(edited);
    const deleted = { ...message(2), deletedAt: "2026-11-28T10:06:00.000Z" };
    expect(merge(merge(edited, [deleted]), edited)[1]).toBe(deleted);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])(
    "ends in order, each once, however deliveries arrive and repeat (%i)",
    (seed) => {
      const arrivals = [...shuffled(60, seed), ...shuffled(60, seed + 99)];
      let timeline: readonly Numbered[] = [];
      while (arrivals.length > 0) {
        timeline = merge(
          timeline,
          arrivals.splice(0, (seed % 4) + 1).map((seq) => message(seq)),
        );
      }
      expect(seqs(timeline)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    },
  );
});

describe("runs and gaps", () => {
  const holed = [1, 2, 3, 7, 8, 12].map((seq) => message(seq));

  it("shows the unbroken run around a place, the newest without one", () => {
    expect(seqs(runAround(holed, null))).toEqual([12]);
    expect(seqs(runAround(holed, 8))).toEqual([7, 8]);
    expect(seqs(runAround(holed, 1))).toEqual([1, 2, 3]);
    expect(runAround(known, null)).toBe(known);
    expect(runAround([], null)).toEqual([]);
  });

  it("names the hole after a run", () => {
    expect(gapAfter(holed, 2)).toEqual({ afterSeq: 3, beforeSeq: 7 });
    expect(gapAfter(holed, 8)).toEqual({ afterSeq: 8, beforeSeq: 12 });
    expect(gapAfter(holed, 12)).toBeNull();
    expect(gapAfter([], 1)).toBeNull();
  });
});
