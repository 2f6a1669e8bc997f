import { z } from "zod";

/** Environment of the database: the primary that serves writes. */
export const dbEnv = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections each process may hold to the database, per role. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
});

export type DbEnv = z.infer<typeof dbEnv>;

/** Reads the fragment alone, for the commands of this package. */
export const readDbEnv = (source: NodeJS.ProcessEnv = process.env): DbEnv => dbEnv.parse(source);
