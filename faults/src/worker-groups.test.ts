import { consumers } from "@oto/events";
import { describe, expect, it } from "vitest";
import { splitGroups } from "./worker-groups";

describe("two worker processes", () => {
  it("have every group of consumers between them, once", () => {
    const running = splitGroups().flatMap((groups) => groups.split(","));
    expect(new Set(running).size).toBe(running.length);
    for (const { group } of Object.values(consumers)) expect(running).toContain(group);
    expect(running).toEqual(expect.arrayContaining(["relay", "schedules"]));
  });
});
