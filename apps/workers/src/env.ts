import { GROUP_NAMES } from "@oto/events";
import type { PlatformEnv } from "@oto/services";
import { readEnvironment } from "@oto/services";
import { z } from "zod";

const list = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** Environment of the workers beyond what their packages read. */
export const workersEnv = z.object({
  PORT_WORKERS: z.coerce.number().int().min(1).max(65_535).default(4100),
  OTO_BIND: z.string().default("127.0.0.1"),
  /**
   * Worker groups this process runs, separated by commas; empty runs all. `relay` publishes the
   * outbox and `schedules` takes turns of every group's schedules.
   */
  WORKERS: z
    .string()
    .default("")
    .transform(list)
    .superRefine((names, ctx) => {
      for (const name of names.filter((candidate) => !GROUP_NAMES.includes(candidate))) {
        ctx.addIssue(`${name} is no worker group; there are ${GROUP_NAMES.join(", ")}`);
      }
    }),
});

export type WorkersEnv = z.infer<typeof workersEnv> & PlatformEnv;

/** Reads the whole environment and reports every problem at once. */
export const readWorkersEnv = (source: NodeJS.ProcessEnv = process.env): WorkersEnv =>
  readEnvironment(workersEnv, source);
