// Names what failed from the reports of the test tools, so that the end of a long run says it again.
import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** Lines of an error's message that are shown. */
const SHOWN_LINES = 6;

/**
 * @typedef {object} Failure
 * @property {string} test file and title
 * @property {string} message
 */

/** @param {string} text */
const short = (text) =>
  stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, SHOWN_LINES)
    .join("\n");

/**
 * @param {{ testResults?: { name?: string, status?: string, message?: string, assertionResults?: { status?: string, fullName?: string, failureMessages?: string[] }[] }[] }} report of vitest's json reporter
 * @returns {Failure[]}
 */
function ofVitest({ testResults = [] }) {
  return testResults.flatMap(({ name = "", status, message = "", assertionResults = [] }) => {
    const failed = assertionResults
      .filter((each) => each.status === "failed")
      .map(({ fullName = "", failureMessages = [] }) => ({
        test: `${name} › ${fullName}`,
        message: short(failureMessages.join("\n")),
      }));
    return failed.length === 0 && status === "failed"
      ? [{ test: name, message: short(message) }]
      : failed;
  });
}

/**
 * @typedef {object} Suite
 * @property {Suite[]} [suites]
 * @property {{ file?: string, title?: string, tests?: { projectName?: string, status?: string, results?: { error?: { message?: string } }[] }[] }[]} [specs]
 */

/**
 * @param {Suite} suite of Playwright's json reporter
 * @returns {Failure[]}
 */
function ofPlaywright({ suites = [], specs = [] }) {
  const here = specs.flatMap(({ file = "", title = "", tests = [] }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ projectName = "", results = [] }) => ({
        test: `[${projectName}] ${file} › ${title}`,
        message: short(results.map(({ error }) => error?.message ?? "").join("\n")),
      })),
  );
  return [...here, ...suites.flatMap(ofPlaywright)];
}

/**
 * What failed, by its report; nothing when there is none.
 * @param {string | undefined} file
 * @returns {Failure[]}
 */
export function failuresIn(file) {
  if (file === undefined || !existsSync(file)) return [];
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    return "testResults" in report ? ofVitest(report) : ofPlaywright(report);
  } catch {
    return [];
  }
}
