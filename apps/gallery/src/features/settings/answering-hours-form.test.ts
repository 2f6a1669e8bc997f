import { describe, expect, it } from "vitest";
import { hoursOf, usualWeek, weekOf, withBreak, withDay } from "./answering-hours-form";

describe("a week of answering hours", () => {
  it("is what was stored, there and back", () => {
    const hours = {
      windows: [
        { day: "MON" as const, from: "09:00", to: "13:00" },
        { day: "MON" as const, from: "14:00", to: "24:00" },
        { day: "SUN" as const, from: "10:00", to: "16:00" },
      ],
    };
    expect(hoursOf(weekOf(hours))).toEqual(hours);
  });

  it("begins with six days and a free Sunday", () => {
    const hours = hoursOf(usualWeek());
    expect(hours?.windows).toHaveLength(6);
    expect(usualWeek().SUN).toEqual([]);
  });

  it("takes a break in and out again", () => {
    const broken = withBreak(usualWeek(), "MON", true);
    expect(broken.MON).toEqual([
      { from: "09:00", to: "13:00" },
      { from: "14:00", to: "19:00" },
    ]);
    expect(hoursOf(broken)).not.toBeNull();
    expect(withBreak(broken, "MON", false)).toEqual(usualWeek());
  });

  it("is refused when nothing is open, or an end comes before its beginning", () => {
    const closed = (["MON", "TUE", "WED", "THU", "FRI", "SAT"] as const).reduce(
      (week, day) => withDay(week, day, false),
      usualWeek(),
    );
    expect(hoursOf(closed)).toBeNull();
    expect(hoursOf({ ...usualWeek(), MON: [{ from: "18:00", to: "09:00" }] })).toBeNull();
  });
});
