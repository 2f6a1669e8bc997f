import type { Locale, Money } from "@oto/domain";
import { formatMoney } from "@oto/domain";
import { VARIABLES } from "./define-messages";

/** Values for the texts of a message; each kind says which it needs. */
export interface NewsFacts {
  vehicleTitle?: string | undefined;
  /** Name of the other gallery. */
  counterpart?: string | undefined;
  galleryName?: string | undefined;
  name?: string | undefined;
  /** A code of the platform (`offer.closed`) or what the other side wrote. */
  reason?: string | undefined;
  excerpt?: string | undefined;
  step?: string | undefined;
  amount?: Money | undefined;
  previousAmount?: Money | undefined;
  /** ISO instant. */
  until?: string | undefined;
  count?: number | undefined;
}

const moments = (language: string) =>
  new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Istanbul",
  });
const MOMENTS = { tr: moments("tr-TR"), en: moments("en-GB") } as const;
const COUNTS = { tr: new Intl.NumberFormat("tr-TR"), en: new Intl.NumberFormat("en-US") } as const;

/** The facts as people read them: money, dates in Türkiye's time, grouped numbers. */
export function messageValues(facts: NewsFacts, locale: Locale): Record<string, string> {
  const written: Record<string, string> = {};
  for (const name of Object.keys(VARIABLES) as (keyof typeof VARIABLES)[]) {
    const value = facts[name];
    if (value === undefined) continue;
    if (typeof value === "object") written[name] = formatMoney(value, locale);
    else if (typeof value === "number") written[name] = COUNTS[locale].format(value);
    else if (VARIABLES[name] === "instant") {
      written[name] = MOMENTS[locale].format(new Date(value));
    } else written[name] = value;
  }
  return written;
}
