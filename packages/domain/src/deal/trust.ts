/** What is known about how a gallery deals; each fact stands for one happening. */
export const TRUST_FACTS = [
  /** It answered a proposal; the value is how many seconds that took. */
  "ANSWERED",
  /** A proposal to it ran out unanswered. */
  "UNANSWERED",
  "COMPLETED",
  /** It called a reservation off. */
  "CANCELLED",
  /** A reservation of its ran out. */
  "LAPSED",
  /** A deal of its was disputed; the value is 1 where the platform found the fault with it. */
  "DISPUTED",
  /** It was rated; the value is the stars. */
  "RATED",
] as const;
export type TrustFactKind = (typeof TRUST_FACTS)[number];

export interface TrustFact {
  kind: TrustFactKind;
  /** Seconds, stars or 0/1, see the kinds; null where the kind has none. */
  value: number | null;
  /** ISO-8601 */
  at: string;
}

/** Older facts tell of another gallery. */
export const TRUST_WINDOW_DAYS = 365;
/** Below so many answers a median says nothing. */
export const TRUST_MIN_ANSWERS = 3;

export interface TrustFigures {
  /** Facts of so many days. */
  windowDays: number;
  /** Median seconds until an answer; null below the least number of answers. */
  answer: { medianSeconds: number | null; samples: number; unanswered: number };
  completed: number;
  /** Of all reservations that ended. */
  cancelled: { count: number; of: number };
  lapsed: number;
  /** Of them those whose fault the platform found with the gallery. */
  disputes: { count: number; atFault: number };
  /** Average stars with one decimal; null without a rating. `stars[0]` counts single stars. */
  rating: { average: number | null; count: number; stars: number[] };
}

/** The middle value; of an even number the mean of the two in the middle, rounded. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((upper + lower) / 2);
}

/** The figures of a gallery, from facts not older than the window. */
export function trustFigures(facts: readonly TrustFact[], now: Date): TrustFigures {
  const since = now.getTime() - TRUST_WINDOW_DAYS * 86_400_000;
  const recent = facts.filter(({ at }) => Date.parse(at) > since);
  const of = (kind: TrustFactKind) => recent.filter((fact) => fact.kind === kind);
  const valuesOf = (kind: TrustFactKind) => of(kind).flatMap(({ value }) => value ?? []);
  const answers = valuesOf("ANSWERED");
  const rated = valuesOf("RATED");
  const cancelled = of("CANCELLED").length;
  const lapsed = of("LAPSED").length;
  const completed = of("COMPLETED").length;
  const disputes = of("DISPUTED");
  const sum = rated.reduce((total, stars) => total + stars, 0);
  return {
    windowDays: TRUST_WINDOW_DAYS,
    answer: {
      medianSeconds: answers.length < TRUST_MIN_ANSWERS ? null : median(answers),
      samples: answers.length,
      unanswered: of("UNANSWERED").length,
    },
    completed,
    cancelled: { count: cancelled, of: completed + cancelled + lapsed },
    lapsed,
    disputes: {
      count: disputes.length,
      atFault: disputes.filter(({ value }) => value === 1).length,
    },
    rating: {
      average: rated.length === 0 ? null : Math.round((sum / rated.length) * 10) / 10,
      count: rated.length,
      stars: [1, 2, 3, 4, 5].map((stars) => rated.filter((each) => each === stars).length),
    },
  };
}

/** Below so many happenings of any kind nobody is compared by them. */
export const TRUST_MIN_FACTS = 5;

/**
 * One number for sorting, 0..100: the mean of ratings, deals that held, quickness and peace, each
 * weighing as much as there is to go by (ten happenings at most). Null while that is too little.
 */
export function trustScore(figures: TrustFigures): number | null {
  const { answer, cancelled, completed, disputes, lapsed, rating } = figures;
  const ended = completed + cancelled.count + lapsed;
  if (rating.count + ended + answer.samples < TRUST_MIN_FACTS) return null;
  const day = 86_400;
  const parts = [
    { share: ((rating.average ?? 1) - 1) / 4, weight: 3 * Math.min(rating.count, 10) },
    { share: ended === 0 ? 0 : completed / ended, weight: 2 * Math.min(ended, 10) },
    {
      share: Math.max(0, 1 - (answer.medianSeconds ?? day) / day),
      weight: answer.medianSeconds === null ? 0 : Math.min(answer.samples, 10),
    },
    {
      share: ended === 0 ? 1 : Math.max(0, 1 - disputes.atFault / ended),
      weight: Math.min(ended, 10),
    },
  ];
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const sum = parts.reduce((all, { share, weight }) => all + share * weight, 0);
  return Math.round((100 * sum) / total);
}
