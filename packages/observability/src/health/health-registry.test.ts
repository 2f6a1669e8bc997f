import { describe, expect, it } from "vitest";
import { createHealthRegistry } from "./health-registry";

describe("createHealthRegistry", () => {
  it("names every dependency and fails when a critical one fails", async () => {
    const health = createHealthRegistry();
    health.register("database", async () => "18.4");
    health.register("storage", async () => {
      throw new Error("connect to http://user:pw@store failed");
    });
    const report = await health.run();
    expect(report.ok).toBe(false);
    expect(report.checks.database).toMatchObject({ ok: true, detail: "18.4" });
    expect(report.checks.storage).toMatchObject({
      ok: false,
      detail: "connect to http://store failed",
    });
  });

  it("stays ready when only an uncritical check fails", async () => {
    const health = createHealthRegistry();
    const failing = async () => {
      throw Object.assign(new Error("x"), { code: "ECONNREFUSED" });
    };
    health.register("search", failing, { critical: false });
    expect(await health.run()).toMatchObject({
      ok: true,
      checks: { search: { ok: false, detail: "ECONNREFUSED" } },
    });
  });

  it("gives up on a check that never answers", async () => {
    const health = createHealthRegistry();
    health.register("stuck", () => new Promise<undefined>(() => undefined), { timeoutMs: 20 });
    const report = await health.run();
    expect(report.ok).toBe(false);
    expect(report.checks.stuck?.detail).toContain("20 ms");
  });

  it("refuses two checks of one name", () => {
    const health = createHealthRegistry();
    health.register("a", async () => undefined);
    expect(() => health.register("a", async () => undefined)).toThrow(/twice/);
  });
});
