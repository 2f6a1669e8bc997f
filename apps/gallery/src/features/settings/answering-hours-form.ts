import type { AnsweringHours, Weekday } from "@oto/domain";
import { answeringHoursField, WEEKDAYS } from "@oto/domain";

/** One stretch of a day as two fields hold it, `HH:MM` each. */
export interface Stretch {
  from: string;
  to: string;
}

/** A week as its form holds it: no stretch on a day off, two on a day with a break. */
export type WeekForm = Record<Weekday, Stretch[]>;

const WORKDAY: Stretch = { from: "09:00", to: "19:00" };
const AFTERNOON: Stretch = { from: "14:00", to: "19:00" };
const MORNING_END = "13:00";

/** Monday to Saturday from nine to seven: what most galleries begin with. */
export function usualWeek(): WeekForm {
  return weekOf({
    windows: WEEKDAYS.filter((day) => day !== "SUN").map((day) => ({ day, ...WORKDAY })),
  });
}

/** The week that is stored; a field for a time ends the day at 00:00. */
export function weekOf({ windows }: AnsweringHours): WeekForm {
  const of = (day: Weekday) =>
    windows
      .filter((window) => window.day === day)
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .map(({ from, to }) => ({ from, to: to === "24:00" ? "00:00" : to }));
  return Object.fromEntries(WEEKDAYS.map((day) => [day, of(day)])) as WeekForm;
}

/** The hours that the form describes; null when they would be refused. */
export function hoursOf(week: WeekForm): AnsweringHours | null {
  const windows = WEEKDAYS.flatMap((day) =>
    week[day].map(({ from, to }) => ({ day, from, to: to === "00:00" ? "24:00" : to })),
  );
  return answeringHoursField.safeParse({ windows }).data ?? null;
}

/** Opens a day, or closes it. */
export function withDay(week: WeekForm, day: Weekday, open: boolean): WeekForm {
  return { ...week, [day]: open ? [WORKDAY] : [] };
}

/** Puts a break into a day, or takes it out. */
export function withBreak(week: WeekForm, day: Weekday, broken: boolean): WeekForm {
  const [first = WORKDAY, last = first] = week[day];
  const parts = broken
    ? [
        { from: first.from, to: MORNING_END },
        { ...AFTERNOON, to: first.to },
      ]
    : [{ from: first.from, to: last.to }];
  return { ...week, [day]: parts };
}
