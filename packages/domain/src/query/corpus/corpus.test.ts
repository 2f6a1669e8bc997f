import { describe, expect, it } from "vitest";
import { understand, withoutChip } from "..";
import { corpusCatalog, corpusLines, writeReading } from "./corpus.fixture";

const catalog = corpusCatalog();
const table = corpusLines();

describe("the table of queries", () => {
  it("has at least three hundred lines, each once", () => {
    expect(table.length).toBeGreaterThanOrEqual(300);
    expect(new Set(table.map(([query]) => query)).size).toBe(table.length);
  });

  it.each(table)("%s", (query, reading, rest) => {
    const read = understand(query, catalog);
    expect(writeReading(read.filters)).toBe(reading);
    expect(read.rest).toBe(rest);
  });

  it("loses with each chip what it stood for, and nothing else", () => {
    for (const [query] of table) {
      const { understood } = understand(query, catalog);
      // Words that explain one another (a make and its series) are read anew without the other.
      if (new Set(understood.map(({ text }) => text)).size < understood.length) continue;
      for (const chip of understood) {
        const left = understand(withoutChip(query, chip), catalog);
        expect(left.understood.length, `${query} without ${chip.text}`).toBeLessThan(
          understood.length,
        );
      }
    }
  });
});
