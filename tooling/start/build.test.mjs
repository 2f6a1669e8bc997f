import { expect, it } from "vitest";
import { linesOfFailedTasks } from "./build.mjs";

it("shows of a failed build what the failed tasks said", () => {
  const lines = [
    " • Running generate, build in 16 packages",
    "@oto/api:build: cache miss, executing 1",
    "@oto/admin:build: cache miss, executing 2",
    "@oto/admin:build: > next build",
    "@oto/admin:build: ",
    "@oto/admin:build: Error: there is no i18n config",
    "@oto/api:build: @oto/api: dist/main.mjs in 20 ms",
    "@oto/admin:build: npm error code 1",
    "Failed:    @oto/admin#build",
  ];
  expect(linesOfFailedTasks(lines)).toEqual(["@oto/admin:build: Error: there is no i18n config"]);
});

it("shows everything when no task is to blame", () => {
  expect(linesOfFailedTasks(["turbo: command not found"])).toEqual(["turbo: command not found"]);
});
