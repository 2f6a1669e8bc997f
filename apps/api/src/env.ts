import type { PlatformEnv } from "@oto/services";
import { readEnvironment } from "@oto/services";
import { z } from "zod";
import { SERVICE_NAMES } from "./root.router";

const list = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** Environment of the API beyond what its packages read. */
export const apiEnv = z.object({
  PORT_API: z.coerce.number().int().min(1).max(65_535).default(4000),
  /** Address to listen on. */
  OTO_BIND: z.string().default("127.0.0.1"),
  /** Addresses or networks whose `X-Forwarded-For` is believed, separated by commas. */
  OTO_TRUSTED_PROXIES: z.string().default("").transform(list),
  /** Services this process serves, separated by commas; empty serves all. */
  SERVICES: z
    .string()
    .default("")
    .transform(list)
    .superRefine((names, ctx) => {
      for (const name of names.filter((candidate) => !SERVICE_NAMES.includes(candidate))) {
        ctx.addIssue(`${name} is no service; there are ${SERVICE_NAMES.join(", ")}`);
      }
    }),
  /** Milliseconds from "not ready" to closing: longer than the edge needs to notice. */
  OTO_DRAIN_MS: z.coerce.number().int().min(0).max(120_000).default(200),
});

export type ApiEnv = z.infer<typeof apiEnv> & PlatformEnv;

/** Reads the whole environment and reports every problem at once. */
export const readApiEnv = (source: NodeJS.ProcessEnv = process.env): ApiEnv =>
  readEnvironment(apiEnv, source);
