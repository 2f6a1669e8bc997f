import { z } from "zod";
import type { AppName, SessionConfig } from "./config";
import type { TraceSettings } from "./trace-headers";

const frontEndEnv = z.object({
  OTO_ENV: z.enum(["development", "test", "production"]).default("development"),
  /** The API as this server reaches it. */
  OTO_API_URL: z.url().default("http://localhost:4000"),
  /** The API as browsers reach it: uploads, pictures, the socket. */
  OTO_PUBLIC_API_URL: z.url().default("http://localhost:4000"),
  /** An S3 storage as the platform and, where it differs, as browsers reach it; unset, the API. */
  S3_ENDPOINT: z.string().default(""),
  S3_PUBLIC_URL: z.string().default(""),
  OTO_LANDING_URL: z.url().default("http://localhost:3000"),
  OTO_ADMIN_URL: z.url().default("http://localhost:3001"),
  OTO_GALLERY_URL: z.url().default("http://localhost:3002"),
  /** Addresses or networks whose `X-Forwarded-For` is believed, separated by commas. */
  OTO_TRUSTED_PROXIES: z.string().default(""),
  /** Collector of traces, and the share of them that is recorded; unset: no tracing. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().default(""),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  OTO_SECRET: z.string().min(32),
  NEXTAUTH_SECRET: z.string().min(32),
});

export type FrontEndEnv = z.infer<typeof frontEndEnv>;

let read: FrontEndEnv | undefined;

/**
 * Environment of a front end's server, read when the first request needs it: a build runs without
 * any of it.
 */
export function readFrontEndEnv(source: NodeJS.ProcessEnv = process.env): FrontEndEnv {
  read ??= frontEndEnv.parse(source);
  return read;
}

/** Whether this server begins traces, and how many of them are recorded. */
export function traceSettings(): TraceSettings {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG } = readFrontEndEnv();
  return { endpoint: OTEL_EXPORTER_OTLP_ENDPOINT || undefined, ratio: OTEL_TRACES_SAMPLER_ARG };
}

const APP_URL = {
  landing: "OTO_LANDING_URL",
  admin: "OTO_ADMIN_URL",
  gallery: "OTO_GALLERY_URL",
} as const satisfies Record<AppName, keyof FrontEndEnv>;

/** The session settings of one app, from the environment. */
export function sessionConfig(app: AppName): SessionConfig {
  const env = readFrontEndEnv();
  return {
    app,
    apiUrl: env.OTO_API_URL.replace(/\/$/, ""),
    authSecret: env.NEXTAUTH_SECRET,
    platformSecret: env.OTO_SECRET,
    appUrl: env[APP_URL[app]],
  };
}

/** Address of the API's socket, as browsers reach it. */
export const socketUrl = (): string =>
  `${readFrontEndEnv().OTO_PUBLIC_API_URL.replace(/^http/, "ws").replace(/\/$/, "")}/trpc`;

/** Origins that pictures and uploads go to beside the page's own. */
export function mediaOrigins(env: FrontEndEnv = readFrontEndEnv()): string[] {
  const storage = env.S3_PUBLIC_URL || env.S3_ENDPOINT;
  const addresses = [env.OTO_PUBLIC_API_URL, ...(storage ? [storage] : [])];
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}

/** Whether `next dev` serves, rather than a build. */
export const isWatching = (): boolean => process.env.NODE_ENV === "development";
