import { describe, expect, it } from "vitest";
import { errorIn } from "./logs.mjs";

describe("what a part's output is worth on the console", () => {
  it.each([
    [
      '{"level":"error","msg":"relay stopped","err":{"message":"no route"}}',
      "relay stopped: no route",
    ],
    ['{"level":60,"msg":"out of memory"}', "out of memory"],
  ])("an error in %s", (line, shown) => {
    expect(errorIn(line, "stdout")).toBe(shown);
  });

  it.each([
    "TypeError: x is not a function",
    "⨯ Failed to start server",
    "Error: listen EADDRINUSE",
  ])("%s on stderr, not on stdout", (line) => {
    expect(errorIn(line, "stderr")).toBe(line);
    expect(errorIn(line, "stdout")).toBeUndefined();
  });

  it.each([
    '{"level":"info","msg":"Error page served"}',
    '{"level":40,"msg":"slow"}',
    "{ not json",
    "    at Object.<anonymous> (file.js:1:1)",
    "Warning: error budget is low",
  ])("nothing of %s", (line) => {
    expect(errorIn(line, "stderr")).toBeUndefined();
  });
});
