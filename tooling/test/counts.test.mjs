import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countStage, faultCounts, playwrightCounts, vitestCounts } from "./counts.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "kontak-counts-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** @param {unknown} content */
function vitestReport(content) {
  const file = path.join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return { file, read: vitestCounts };
}

describe("the total of npm test", () => {
  it("adds up what vitest reports, and files that did not load", () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [
        { status: "failed", assertionResults: [] },
        { status: "failed", assertionResults: [{}] },
        { status: "passed", assertionResults: [{}] },
      ],
    };
    expect(vitestCounts(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it("adds up what Playwright reports, and errors outside of tests", () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 }, errors: [{}] };
    expect(playwrightCounts(report)).toEqual({ passed: 4, failed: 2, skipped: 4 });
  });

  it("adds up the rows of the fault suite in both modes", () => {
    const report = { single: [{ ok: true }, { ok: false }], cluster: [{ ok: true }, {}] };
    expect(faultCounts(report)).toEqual({ passed: 2, failed: 2, skipped: 0 });
  });

  it("fails a stage that ended badly although no test failed", () => {
    expect(countStage(false, vitestReport({ numPassedTests: 3 })).failed).toBe(1);
    expect(countStage(false, undefined)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("fails a stage that ran nothing or left no report", () => {
    expect(countStage(true, vitestReport({ numPassedTests: 0 })).failed).toBe(1);
    const nowhere = { file: path.join(folder, "nowhere.json"), read: vitestCounts };
    expect(countStage(true, nowhere).failed).toBe(1);
  });

  it("counts a stage without tests of its own as one", () => {
    expect(countStage(true, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });
});
