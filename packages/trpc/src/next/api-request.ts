import { createHmac } from "node:crypto";
import type { SessionConfig } from "./config";
import { traceSettings } from "./env";
import { traceHeaders } from "./trace-headers";

const derived = new Map<string, string>();

function frontEndKey(secret: string): string {
  let key = derived.get(secret);
  if (!key) {
    key = createHmac("sha256", secret).update("front-end-server").digest("base64url");
    derived.set(secret, key);
  }
  return key;
}

export interface Caller {
  accessToken?: string | undefined;
  locale?: string | undefined;
  /** The visitor's address and browser, for limits and the list of sessions. */
  ip?: string | undefined;
  userAgent?: string | undefined;
}

/** Headers with which an app's server calls the API on behalf of a visitor. */
export function apiHeaders(config: SessionConfig, caller: Caller): Record<string, string> {
  return {
    ...traceHeaders(traceSettings()),
    ...(caller.accessToken ? { authorization: `Bearer ${caller.accessToken}` } : {}),
    ...(caller.locale ? { "x-locale": caller.locale } : {}),
    ...(caller.userAgent ? { "user-agent": caller.userAgent } : {}),
    ...(caller.ip ? { "x-oto-client-ip": caller.ip } : {}),
    "x-oto-front-end": frontEndKey(config.platformSecret),
  };
}

export interface ApiAnswer {
  ok: boolean;
  data: unknown;
  /** `error.message` and `error.data` of a refusal. */
  error: { message: string; data: Record<string, unknown> } | null;
}

/** Calls one mutation of the API by plain HTTP. */
export async function callApi(
  config: SessionConfig,
  call: { path: string; input: unknown; caller: Caller },
): Promise<ApiAnswer> {
  const response = await fetch(`${config.apiUrl}/trpc/${call.path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...apiHeaders(config, call.caller) },
    body: JSON.stringify(call.input ?? {}),
    signal: AbortSignal.timeout(15_000),
    cache: "no-store",
  });
  const body: {
    result?: { data?: unknown };
    error?: { message?: string; data?: Record<string, unknown> };
  } = await response.json();
  return {
    ok: response.ok,
    data: body.result?.data,
    error: body.error ? { message: body.error.message ?? "", data: body.error.data ?? {} } : null,
  };
}
