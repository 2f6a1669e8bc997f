import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { failuresIn } from "./failures.mjs";

/** @param {unknown} report */
function written(report) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "failures-")), "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

it("names tests of vitest that failed, and files that did not load", () => {
  const file = written({
    testResults: [
      {
        name: "a.test.ts",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "holds" },
          {
            status: "failed",
            fullName: "breaks",
            failureMessages: ["\u001b[31mexpected 1\u001b[39m"],
          },
        ],
      },
      { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
    ],
  });
  expect(failuresIn(file)).toEqual([
    { test: "a.test.ts › breaks", message: "expected 1" },
    { test: "b.test.ts", message: "no such module" },
  ]);
});

it("names journeys that failed, however deep they stand", () => {
  const results = [{ error: { message: "Timeout" } }];
  const tests = [
    { projectName: "desk", status: "unexpected", results },
    { projectName: "phone", status: "expected", results: [] },
  ];
  const specs = [{ file: "deal.spec.ts", title: "rated", tests }];
  expect(failuresIn(written({ suites: [{ suites: [{ specs }] }] }))).toEqual([
    { test: "[desk] deal.spec.ts › rated", message: "Timeout" },
  ]);
});

it("says nothing without a report", () => {
  expect(failuresIn(undefined)).toEqual([]);
  expect(failuresIn("/nowhere/report.json")).toEqual([]);
});
