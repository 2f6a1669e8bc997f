import { describe, expect, it } from "vitest";
import { LagMeter } from "./lag-meter";
import { laterLsn, lsnValue } from "./lsn";

describe("places in the log", () => {
  it("compares them as numbers of 64 bits", () => {
    expect(lsnValue("1/0")).toBeGreaterThan(lsnValue("0/FFFFFFFF"));
    expect(laterLsn("0/A0", "0/9F")).toBe("0/A0");
    expect(laterLsn(undefined, "0/1")).toBe("0/1");
    expect(() => lsnValue("zero")).toThrow(RangeError);
  });
});

describe("the lag of a replica", () => {
  it("is unknown before the primary was asked", () => {
    expect(new LagMeter().lagOf("0/1")).toBeNull();
  });

  it("is nothing while the primary stands still and everything is replayed", () => {
    const meter = new LagMeter();
    for (const at of [0, 250, 500]) meter.primaryAt(at, "0/100");
    expect(meter.lagOf("0/100")).toBe(0);
  });

  it("is the age of the newest state that was replayed", () => {
    const meter = new LagMeter();
    meter.primaryAt(0, "0/100");
    meter.primaryAt(250, "0/200");
    meter.primaryAt(500, "0/300");
    expect(meter.lagOf("0/2FF")).toBe(250);
    expect(meter.lagOf("0/150")).toBe(500);
    expect(meter.lagOf("0/50")).toBe(500);
    expect(meter.lagOf("0/300")).toBe(0);
  });
});
