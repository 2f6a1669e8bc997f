import { adaptersEnv } from "@oto/adapters";
import { dbEnv } from "@oto/db";
import { observabilityEnv } from "@oto/observability";
import { servicesEnv } from "@oto/services";
import { z } from "zod";

/** Environment of the API beyond what its packages read. */
const apiOnly = z.object({
  PORT_API: z.coerce.number().int().min(1).max(65_535).default(4000),
  /** Address to listen on. */
  OTO_BIND: z.string().default("127.0.0.1"),
  /** Addresses or networks whose `X-Forwarded-For` is believed, separated by commas. */
  OTO_TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    ),
});

const parts = [apiOnly, dbEnv, adaptersEnv, observabilityEnv, servicesEnv] as const;

export type ApiEnv = z.infer<typeof apiOnly> &
  z.infer<typeof dbEnv> &
  z.infer<typeof adaptersEnv> &
  z.infer<typeof observabilityEnv> &
  z.infer<typeof servicesEnv>;

/** Reads the whole environment and reports every problem at once. */
export function readApiEnv(source: NodeJS.ProcessEnv = process.env): ApiEnv {
  const problems: string[] = [];
  let env = {};
  for (const part of parts) {
    const parsed = part.safeParse(source);
    if (parsed.success) env = { ...env, ...parsed.data };
    else problems.push(...parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`));
  }
  if (problems.length > 0) throw new Error(`bad environment\n  ${problems.join("\n  ")}`);
  return env as ApiEnv;
}
