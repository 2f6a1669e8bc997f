import { z } from "zod";

/** Log levels, quietest last. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Environment fragment: compose it into an application's env and parse once at boot. */
export const observabilityEnv = z.object({
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
});

export type ObservabilityEnv = z.infer<typeof observabilityEnv>;
