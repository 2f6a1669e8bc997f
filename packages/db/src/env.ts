import { z } from "zod";

/** Environment of the database: the primary that serves writes, and its read replica. */
export const dbEnv = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections each process may hold to the database, per role. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  /** A streaming replica of the primary; empty reads everything from the primary. */
  DATABASE_REPLICA_URL: z
    .union([z.literal(""), z.url({ protocol: /^postgres(ql)?$/ })])
    .optional()
    .transform((url) => url || undefined),
  /** Further behind than this many milliseconds the replica serves nobody. */
  DATABASE_REPLICA_MAX_LAG_MS: z.coerce.number().int().min(100).max(600_000).default(2_000),
});

export type DbEnv = z.infer<typeof dbEnv>;

/** Reads the fragment alone, for the commands of this package. */
export const readDbEnv = (source: NodeJS.ProcessEnv = process.env): DbEnv => dbEnv.parse(source);
