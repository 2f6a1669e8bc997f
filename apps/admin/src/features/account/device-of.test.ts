import { describe, expect, it } from "vitest";
import { deviceOf } from "./device-of";

const EDGE =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

describe("deviceOf", () => {
  it("tells browsers apart that name each other", () => {
    expect(deviceOf(EDGE)).toEqual({ browser: "Edge", system: "Windows" });
    expect(deviceOf(IPHONE)).toEqual({ browser: "Safari", system: "iPhone" });
  });

  it("says only what it knows", () => {
    expect(deviceOf("Something (Linux)")).toEqual({ name: "Linux" });
    expect(deviceOf("curl/8")).toBeNull();
    expect(deviceOf(null)).toBeNull();
  });
});
