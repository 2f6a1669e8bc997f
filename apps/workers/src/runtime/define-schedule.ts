import type { ScheduleId } from "@oto/events";
import type { Platform } from "@oto/services";

export interface ScheduleHandler {
  readonly id: ScheduleId;
  /** Does what is due now; returns how many things it did, for the metrics. */
  run(platform: Platform, signal: AbortSignal): Promise<number>;
}

/** Binds the code of a schedule to its contract in the event registry. */
export const defineSchedule = (handler: ScheduleHandler): ScheduleHandler => handler;
