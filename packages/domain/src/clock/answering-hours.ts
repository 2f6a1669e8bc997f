import { z } from "zod";

export const WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A day may have a break in it, not more. */
const MAX_WINDOWS_A_DAY = 2;
const SHORTEST_WINDOW_MIN = 30;

/** `HH:MM` as minutes after midnight; `24:00` is the end of the day. */
export function minutesOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

const timeField = z
  .string()
  .max(5, { error: "validation.answering_hours" })
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: "validation.answering_hours" });

const windowField = z
  .strictObject({ day: z.enum(WEEKDAYS), from: timeField, to: timeField })
  .refine(({ from, to }) => minutesOf(to) - minutesOf(from) >= SHORTEST_WINDOW_MIN, {
    error: "validation.answering_hours",
  });

/** One stretch of a weekday in which a gallery answers, on the wall clock of Türkiye. */
export type AnsweringWindow = z.infer<typeof windowField>;

function keepsApart(windows: readonly AnsweringWindow[]): boolean {
  return WEEKDAYS.every((day) => {
    const own = windows
      .filter((window) => window.day === day)
      .toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from));
    const apart = own.every((window, at) => {
      const before = own[at - 1];
      return before === undefined || minutesOf(before.to) <= minutesOf(window.from);
    });
    return apart && own.length <= MAX_WINDOWS_A_DAY;
  });
}

/**
 * When a gallery answers offers, week after week: up to two stretches a day that do not overlap.
 * No hours at all (null) means around the clock.
 */
export const answeringHoursField = z
  .strictObject({
    windows: z
      .array(windowField)
      .min(1)
      .max(WEEKDAYS.length * MAX_WINDOWS_A_DAY)
      .refine(keepsApart, { error: "validation.answering_hours" }),
  })
  .nullable();
export type AnsweringHours = NonNullable<z.infer<typeof answeringHoursField>>;

/** Hours as they were stored; what does not fit counts as none stated. */
export function readAnsweringHours(stored: unknown): AnsweringHours | null {
  return answeringHoursField.safeParse(stored).data ?? null;
}
