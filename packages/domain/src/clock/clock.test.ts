import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnsweringHours, RunningClock } from ".";
import {
  ANSWER_MAX_DAYS,
  ANSWER_TIME_HOURS,
  answerDeadline,
  answeringHoursField,
  dueReminder,
  instantAt,
  localDayOf,
  nextReminder,
  openings,
  WEEKDAYS,
} from ".";

const HOUR_MS = 3_600_000;
const weekdays: AnsweringHours = {
  windows: (["MON", "TUE", "WED", "THU", "FRI"] as const).map((day) => ({
    day,
    from: "09:00",
    to: "18:00",
  })),
};
/** Zones that change their clocks in spring, in autumn, at midnight, by half an hour, and not at all. */
const ZONES = [
  "Europe/Istanbul",
  "Europe/Berlin",
  "America/New_York",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "UTC",
] as const;

const anyInstant = fc.date({
  min: new Date("2014-12-30T00:00:00Z"),
  max: new Date("2031-01-03T00:00:00Z"),
  noInvalidDate: true,
});
const time = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
const anyHours: fc.Arbitrary<AnsweringHours> = fc
  .uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 })
  .chain((days) =>
    fc.tuple(
      ...days.map((day) =>
        fc
          .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 2, max: 96 }))
          .map(([from, length]) => ({
            day,
            from: time(from),
            to: time(Math.min(96, from + length)),
          })),
      ),
    ),
  )
  .map((windows) => ({ windows }));

/** Time in which the gallery is open between two instants. */
function openTime(hours: AnsweringHours, [from, to]: [Date, Date], zone: string): number {
  return openings(hours, from, { days: 10, zone })
    .map((each) => Math.min(each.to, to.getTime()) - Math.max(each.from, from.getTime()))
    .reduce((sum, open) => sum + Math.max(0, open), 0);
}

describe("the deadline of an answer", () => {
  it("is the plain one around the clock, and waits for the next opening otherwise", () => {
    const friday = new Date("2026-01-09T16:00:00Z");
    expect(answerDeadline(friday, { validForHours: 1, hours: null })).toEqual(
      new Date("2026-01-09T17:00:00Z"),
    );
    // Friday 19:00 in Istanbul: closed until Monday 09:00, and two opening hours from there.
    expect(answerDeadline(friday, { validForHours: 24, hours: weekdays })).toEqual(
      new Date("2026-01-12T08:00:00Z"),
    );
    expect(answerDeadline(friday, { validForHours: 1, hours: weekdays })).toEqual(
      new Date("2026-01-12T07:00:00Z"),
    );
    // In the middle of a working day nothing is added.
    const monday = new Date("2026-01-12T08:00:00Z");
    expect(answerDeadline(monday, { validForHours: 3, hours: weekdays })).toEqual(
      new Date("2026-01-12T11:00:00Z"),
    );
  });

  it("knows the years in which Türkiye still changed its clocks, and the end of a year", () => {
    // Saturday before 2015-11-08, when the clock went back an hour: UTC+3, then UTC+2.
    const saturday = new Date("2015-11-07T16:00:00Z");
    expect(answerDeadline(saturday, { validForHours: 1, hours: weekdays })).toEqual(
      new Date("2015-11-09T08:00:00Z"),
    );
    // Thursday 31 December 2026, evening: Friday is the first day of the year.
    const newYearsEve = new Date("2026-12-31T18:00:00Z");
    expect(answerDeadline(newYearsEve, { validForHours: 2, hours: weekdays })).toEqual(
      new Date("2027-01-01T08:00:00Z"),
    );
  });

  it("never comes before the plain one, leaves time to answer, and comes within its bound", () => {
    fc.assert(
      fc.property(
        fc.record({
          now: anyInstant,
          validForHours: fc.integer({ min: 1, max: 168 }),
          hours: anyHours,
          zone: fc.constantFrom(...ZONES),
        }),
        ({ now, validForHours, hours, zone }) => {
          const deadline = answerDeadline(now, { validForHours, hours, zone });
          const plain = now.getTime() + validForHours * HOUR_MS;
          const latest = Math.max(plain, now.getTime() + ANSWER_MAX_DAYS * 24 * HOUR_MS);
          expect(deadline.getTime()).toBeGreaterThanOrEqual(plain);
          expect(deadline.getTime()).toBeLessThanOrEqual(latest);
          const wanted = Math.min(validForHours, ANSWER_TIME_HOURS) * HOUR_MS;
          const open = openTime(hours, [now, deadline], zone);
          if (deadline.getTime() < latest) expect(open).toBeGreaterThanOrEqual(wanted);
          // Not a moment longer than needed.
          if (deadline.getTime() > plain && deadline.getTime() < latest) expect(open).toBe(wanted);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("grows with the time and with the hours asked for", () => {
    fc.assert(
      fc.property(
        fc.record({
          now: anyInstant,
          minutes: fc.nat({ max: 72 * 60 }),
          validForHours: fc.integer({ min: 1, max: 167 }),
          hours: anyHours,
        }),
        ({ now, minutes, validForHours, hours }) => {
          const later = new Date(now.getTime() + minutes * 60_000);
          const at = (when: Date, extra = 0) =>
            answerDeadline(when, { validForHours: validForHours + extra, hours }).getTime();
          expect(at(later)).toBeGreaterThanOrEqual(at(now));
          expect(at(now, 1)).toBeGreaterThanOrEqual(at(now));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("openings", () => {
  it("show the stated hours on the wall, whatever the clock does", () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (since, zone) => {
        const wall = new Intl.DateTimeFormat("en-GB", {
          timeZone: zone,
          weekday: "short",
          hour: "2-digit",
          minute: "2-digit",
          hourCycle: "h23",
        });
        for (const { from } of openings(weekdays, since, { days: 7, zone })) {
          expect(wall.format(from)).toMatch(/^(Mon|Tue|Wed|Thu|Fri) 09:00$/);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("take an hour that is shown twice whole, and one that is skipped not at all", () => {
    const night: AnsweringHours = { windows: [{ day: "SUN", from: "02:00", to: "03:00" }] };
    const zone = "Europe/Berlin";
    const lengths = (since: string) =>
      openings(night, new Date(since), { days: 1, zone }).map(({ from, to }) => to - from);
    expect(lengths("2026-10-25T00:00:00Z")).toEqual([2 * HOUR_MS]);
    expect(lengths("2026-03-29T00:00:00Z")).toEqual([]);
    const day = localDayOf(new Date("2026-03-29T12:00:00Z"), zone);
    expect(new Date(instantAt(day, 150, { zone, twice: "first" })).toISOString()).toBe(
      "2026-03-29T01:30:00.000Z",
    );
  });
});

describe("answering hours", () => {
  it("are refused when they overlap, end before they begin, or are too many a day", () => {
    const of = (...windows: [string, string][]) => ({
      windows: windows.map(([from, to]) => ({ day: "MON", from, to })),
    });
    expect(answeringHoursField.safeParse(null).success).toBe(true);
    expect(answeringHoursField.safeParse(of(["09:00", "12:00"], ["13:00", "24:00"])).success).toBe(
      true,
    );
    for (const wrong of [
      of(),
      of(["12:00", "09:00"]),
      of(["09:00", "09:20"]),
      of(["09:00", "13:00"], ["12:00", "18:00"]),
      of(["08:00", "09:00"], ["10:00", "11:00"], ["12:00", "13:00"]),
      of(["9:00", "18:00"]),
      of(["09:00", "24:30"]),
      { windows: [], more: 1 },
    ]) {
      expect(answeringHoursField.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("reminders", () => {
  const clock: RunningClock = {
    startedAt: new Date("2026-01-10T10:00:00Z"),
    expiresAt: new Date("2026-01-11T10:00:00Z"),
  };

  it("come at half and at a tenth of what the clock had", () => {
    const half = nextReminder(clock, clock.startedAt);
    expect(half).toEqual(new Date("2026-01-10T22:00:00Z"));
    expect(dueReminder(clock, half ?? clock.startedAt)).toBe(50);
    const tenth = nextReminder(clock, half ?? clock.startedAt);
    expect(tenth).toEqual(new Date("2026-01-11T07:36:00Z"));
    expect(dueReminder(clock, tenth ?? clock.startedAt)).toBe(10);
    expect(nextReminder(clock, tenth ?? clock.startedAt)).toBeNull();
  });

  it("are never made up for, and none comes once time is up", () => {
    expect(dueReminder(clock, clock.startedAt)).toBeNull();
    expect(dueReminder(clock, new Date("2026-01-11T09:00:00Z"))).toBe(10);
    expect(dueReminder(clock, clock.expiresAt)).toBeNull();
  });

  it("come at most twice, in order, however late somebody looks", () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.integer({ min: 1, max: 168 * 60 }),
        fc.array(fc.integer({ min: 1, max: 24 * 60 }), { maxLength: 40 }),
        (startedAt, minutes, looks) => {
          const expiresAt = new Date(startedAt.getTime() + minutes * 60_000);
          const running = { startedAt, expiresAt };
          let next = nextReminder(running, startedAt);
          let now = startedAt.getTime();
          const said: number[] = [];
          for (const pause of looks) {
            now += pause * 60_000;
            if (!next || next.getTime() > now) continue;
            const share = dueReminder(running, new Date(now));
            if (share) said.push(share);
            next = nextReminder(running, new Date(now));
          }
          expect([[], [50], [10], [50, 10]]).toContainEqual(said);
        },
      ),
    );
  });
});
