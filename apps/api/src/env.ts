import type { PlatformEnv } from "@oto/services";
import { readEnvironment } from "@oto/services";
import { z } from "zod";

/** Environment of the API beyond what its packages read. */
export const apiEnv = z.object({
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

export type ApiEnv = z.infer<typeof apiEnv> & PlatformEnv;

/** Reads the whole environment and reports every problem at once. */
export const readApiEnv = (source: NodeJS.ProcessEnv = process.env): ApiEnv =>
  readEnvironment(apiEnv, source);
