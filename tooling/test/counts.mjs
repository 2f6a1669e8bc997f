// Reads how many tests ran from the reports of the test tools.
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {string} file
 * @returns {Record<string, unknown> | undefined}
 */
function readReport(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} value */
const number = (value) => (typeof value === "number" ? value : 0);

/**
 * @param {Record<string, unknown>} report of vitest's json reporter
 * @returns {Counts}
 */
export function vitestCounts(report) {
  /** @type {{ status?: string, assertionResults?: unknown[] }[]} */
  const files = Array.isArray(report.testResults) ? report.testResults : [];
  // A file that does not even load holds no test that could fail, but it is a failure.
  const unloadable = files.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults?.length === 0,
  ).length;
  return {
    passed: number(report.numPassedTests),
    failed: number(report.numFailedTests) + unloadable,
    skipped: number(report.numPendingTests) + number(report.numTodoTests),
  };
}

/**
 * @param {Record<string, unknown>} report of Playwright's json reporter
 * @returns {Counts}
 */
export function playwrightCounts(report) {
  /** @type {Record<string, unknown>} */
  const stats =
    typeof report.stats === "object" && report.stats !== null ? { ...report.stats } : {};
  const errors = Array.isArray(report.errors) ? report.errors.length : 0;
  return {
    passed: number(stats.expected) + number(stats.flaky),
    failed: number(stats.unexpected) + errors,
    skipped: number(stats.skipped),
  };
}

/**
 * @param {Record<string, unknown>} report that is counts already
 * @returns {Counts}
 */
export const countsReport = (report) => ({
  passed: number(report.passed),
  failed: number(report.failed),
  skipped: number(report.skipped),
});

/**
 * @param {Record<string, unknown>} report of the fault suite: its rows by mode
 * @returns {Counts}
 */
export function faultCounts(report) {
  /** @type {{ ok?: boolean }[]} */
  const rows = Object.values(report).flatMap((mode) => (Array.isArray(mode) ? mode : []));
  const passed = rows.filter(({ ok }) => ok === true).length;
  return { passed, failed: rows.length - passed, skipped: 0 };
}

/**
 * What a stage amounts to: its tests, and one failure more when it failed for another reason.
 * @param {boolean} succeeded
 * @param {{ file: string, read: (report: Record<string, unknown>) => Counts } | undefined} report
 * @returns {Counts}
 */
export function countStage(succeeded, report) {
  if (report === undefined) {
    return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  }
  const content = readReport(report.file);
  const counts =
    content === undefined ? { passed: 0, failed: 0, skipped: 0 } : report.read(content);
  const ranNothing = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (!succeeded || ranNothing)) {
    counts.failed = 1;
  }
  return counts;
}
