import { describe, expect, it } from "vitest";
import { deviceName, isPhone } from "./device-name";

const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
const EDGE =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0";

describe("deviceName", () => {
  it("tells browsers apart that name one another", () => {
    expect(deviceName(SAFARI)).toEqual({ browser: "Safari", system: "iPhone" });
    expect(deviceName(EDGE)).toEqual({ browser: "Edge", system: "Windows" });
    expect(isPhone(SAFARI)).toBe(true);
    expect(isPhone(EDGE)).toBe(false);
  });

  it("says nothing of what it does not know", () => {
    expect(deviceName("curl/8.5")).toEqual({ browser: null, system: null });
    expect(deviceName(null)).toEqual({ browser: null, system: null });
  });
});
