"use client";

import { Badge, useNow } from "@oto/ui";
import { useDuration } from "../labels/use-duration";

const HOUR_MS = 3_600_000;
/** A dealer who waits a working day grows impatient, after two they call. */
const LONG_MS = 24 * HOUR_MS;
const TOO_LONG_MS = 48 * HOUR_MS;

/** How long a registration has been waiting, by the clock; louder the longer. */
export function WaitingTime({ since }: { since: string }) {
  const duration = useDuration();
  const now = useNow();
  if (now === null) return null;
  // In whole minutes: a list of seconds that tick would only be restless.
  const waited = Math.max(60_000, now - new Date(since).getTime());
  const late = waited >= TOO_LONG_MS ? "danger" : "warn";
  return <Badge tone={waited >= LONG_MS ? late : "neutral"}>{duration(waited)}</Badge>;
}
