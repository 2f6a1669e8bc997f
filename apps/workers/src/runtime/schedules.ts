import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { SCHEDULES, schedules } from "@oto/events";
import type { Metrics } from "@oto/observability";
import type { Platform } from "@oto/services";
import type { ScheduleHandler } from "./define-schedule";
import type { Running } from "./relay";

/** Clocks of two workers may differ by as much; the shortest schedules are late by less than 5 s. */
const CLOCKS_APART_MS = 3_000;
/** A turn may come a little before its time: two workers' waits do not begin together. */
const EARLIEST = 0.9;

/**
 * Takes the turn of a schedule if it is due. One conditional update decides it over all workers,
 * and the time of the last turn survives restarts. A last turn in the future was written by a clock
 * that has been set back since. It may have been a moment ago, so it is no reason to run; it counts as
 * taken now, since waiting for it would stop the schedule for as long.
 */
export async function takeTurn(platform: Platform, id: string, everyMs: number): Promise<boolean> {
  const now = platform.now();
  const { pool } = platform.database;
  const { rowCount } = await pool.query(
    `insert into schedule_run (schedule_id, last_run_at) values ($1, $2)
     on conflict (schedule_id) do update set last_run_at = excluded.last_run_at
       where schedule_run.last_run_at <= $3`,
    [id, now, new Date(now.getTime() - everyMs * EARLIEST)],
  );
  if (rowCount === 1) return true;
  await pool.query(
    "update schedule_run set last_run_at = $2 where schedule_id = $1 and last_run_at > $3",
    [id, now, new Date(now.getTime() + CLOCKS_APART_MS)],
  );
  return false;
}

interface ScheduleRun {
  handler: ScheduleHandler;
  stopping: AbortSignal;
  metrics: Metrics | undefined;
}

async function runSchedule(
  platform: Platform,
  { handler, stopping, metrics }: ScheduleRun,
): Promise<void> {
  const schedule = handler.id;
  const { everyMs, timeoutMs } = schedules[handler.id];
  while (!stopping.aborted) {
    try {
      if (await takeTurn(platform, handler.id, everyMs)) {
        const signal = AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]);
        await handler.run(platform, signal);
        metrics?.scheduleRuns.inc({ schedule, outcome: "ok" });
      }
    } catch (error) {
      metrics?.scheduleRuns.inc({ schedule, outcome: "failed" });
      platform.logger.error({ err: error, schedule }, "schedule failed; next turn tries again");
    }
    await wait(everyMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

export interface ScheduleOptions {
  /** Worker groups to run; all unless given. */
  readonly groups?: readonly string[] | undefined;
  readonly metrics?: Metrics;
}

/** Runs the schedules of the groups asked for until stopped. */
export function startSchedules(
  platform: Platform,
  handlers: readonly ScheduleHandler[],
  { groups, metrics }: ScheduleOptions = {},
): Running {
  const stopping = new AbortController();
  const mine = handlers.filter(
    ({ id }) => !groups || groups.includes(SCHEDULES) || groups.includes(schedules[id].group),
  );
  // Every loop listens while it runs and while it waits; more than ten of them are no leak.
  setMaxListeners(2 * mine.length + 1, stopping.signal);
  const loops = mine.map((handler) =>
    runSchedule(platform, { handler, stopping: stopping.signal, metrics }),
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}
