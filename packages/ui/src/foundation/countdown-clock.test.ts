import { describe, expect, it } from "vitest";
import {
  isoDuration,
  shownSeconds,
  splitSeconds,
  timeLeft,
  writeTimeLeft,
} from "./countdown-clock";

const units = { day: "g", hour: "sa", minute: "dk", second: "sn" };
const SECOND = 1000;
const HOUR = 3600 * SECOND;

describe("timeLeft", () => {
  it("splits a span and rounds a started second up", () => {
    expect(timeLeft(25 * HOUR + 61 * SECOND, 0)).toEqual({
      days: 1,
      hours: 1,
      minutes: 1,
      seconds: 1,
      over: false,
    });
    expect(timeLeft(1, 0).seconds).toBe(1);
  });

  it("is over at the instant, and stays over after it", () => {
    expect(timeLeft(500, 500).over).toBe(true);
    expect(timeLeft(0, 10 * HOUR)).toEqual({
      days: 0,
      hours: 0,
      minutes: 0,
      seconds: 0,
      over: true,
    });
  });
});

describe("writeTimeLeft", () => {
  it("names the two largest units, and ticks in the last hour", () => {
    expect(writeTimeLeft(timeLeft(28 * HOUR, 0), units)).toBe("1 g 04 sa");
    expect(writeTimeLeft(timeLeft(90 * 60 * SECOND, 0), units)).toBe("1 sa 30 dk");
    expect(writeTimeLeft(timeLeft(67 * SECOND, 0), units)).toBe("01:07");
  });
});

describe("shownSeconds", () => {
  it("reads as the exact time does, and stands still while nothing of it would be seen", () => {
    for (let left = 0; left < 30 * HOUR; left += 77_777) {
      const shown = splitSeconds(shownSeconds(left, 0));
      expect(writeTimeLeft(shown, units)).toBe(writeTimeLeft(timeLeft(left, 0), units));
      expect(shown.over).toBe(timeLeft(left, 0).over);
    }
    expect(shownSeconds(90 * 60 * SECOND, 0)).toBe(shownSeconds(90 * 60 * SECOND, -59 * SECOND));
    expect(shownSeconds(90 * 60 * SECOND, 0)).not.toBe(shownSeconds(90 * 60 * SECOND, SECOND));
    expect(shownSeconds(67 * SECOND, 0)).not.toBe(shownSeconds(67 * SECOND, SECOND));
  });
});

describe("isoDuration", () => {
  it("writes a duration a machine reads", () => {
    expect(isoDuration(timeLeft(25 * HOUR, 0))).toBe("P1DT1H0M0S");
  });
});
