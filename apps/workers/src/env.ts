import { adaptersEnv } from "@oto/adapters";
import { dbEnv } from "@oto/db";
import { observabilityEnv } from "@oto/observability";
import { servicesEnv } from "@oto/services";
import { z } from "zod";

const list = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** Environment of the workers beyond what their packages read. */
const workersOnly = z.object({
  PORT_WORKERS: z.coerce.number().int().min(1).max(65_535).default(4100),
  OTO_BIND: z.string().default("127.0.0.1"),
  /** Worker groups this process runs, separated by commas; empty runs all. `relay` is one too. */
  WORKERS: z.string().default("").transform(list),
});

const parts = [workersOnly, dbEnv, adaptersEnv, observabilityEnv, servicesEnv] as const;

export type WorkersEnv = z.infer<typeof workersOnly> &
  z.infer<typeof dbEnv> &
  z.infer<typeof adaptersEnv> &
  z.infer<typeof observabilityEnv> &
  z.infer<typeof servicesEnv>;

/** Reads the whole environment and reports every problem at once. */
export function readWorkersEnv(source: NodeJS.ProcessEnv = process.env): WorkersEnv {
  const problems: string[] = [];
  let env = {};
  for (const part of parts) {
    const parsed = part.safeParse(source);
    if (parsed.success) env = { ...env, ...parsed.data };
    else problems.push(...parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`));
  }
  if (problems.length > 0) throw new Error(`bad environment\n  ${problems.join("\n  ")}`);
  return env as WorkersEnv;
}
