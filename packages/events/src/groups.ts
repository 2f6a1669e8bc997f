import { consumers, schedules } from "./consumers";

/** The group that publishes the outbox to the bus. */
export const RELAY = "relay";
/** The group that takes turns of the schedules of all groups. */
export const SCHEDULES = "schedules";

const declared = [...Object.values(consumers), ...Object.values(schedules)].map(
  ({ group }) => group,
);

/** What `WORKERS` can name. */
export const GROUP_NAMES: readonly string[] = [...new Set([RELAY, SCHEDULES, ...declared])];
