import type { Caller } from "./api-request";
import { apiHeaders } from "./api-request";
import type { SessionConfig } from "./config";
import { cookieOptions, SESSION_SECONDS, sessionCookieName } from "./config";
import { isForeign } from "./foreign";
import { readCookie } from "./read-cookie";
import { freshSession } from "./refresh";
import { openSession, sealSession } from "./session-token";

const PASSED = ["content-type", "x-locale", "idempotency-key", "accept-language"] as const;
const MAX_BODY = 1024 * 1024;

/**
 * The visitor as this server sees it. `x-forwarded-for` holds one true address: the guard that
 * `instrumentation.ts` puts in front of Next sees to that.
 */
export function callerOf(headers: Headers): Caller {
  return {
    ip: headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || undefined,
    userAgent: headers.get("user-agent") ?? undefined,
    locale: headers.get("x-locale") ?? undefined,
  };
}

function sessionCookie(config: SessionConfig, value: string): string {
  const { secure } = cookieOptions(config);
  const age = value === "" ? 0 : SESSION_SECONDS;
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? "; Secure" : ""}`;
  return `${sessionCookieName(config)}=${value}; ${flags}`;
}

/**
 * The app's own door to the API (`/api/trpc/*`): takes the session cookie, adds the access token,
 * refreshes it when needed, and passes the call on. Page scripts never hold a token.
 */
export function createBffHandler(readConfig: () => SessionConfig) {
  return async function handle(request: Request): Promise<Response> {
    const config = readConfig();
    if (isForeign(request, config)) return new Response(null, { status: 403 });
    if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY) {
      return new Response(null, { status: 413 });
    }
    const url = new URL(request.url);
    const path = url.pathname.replace(/^.*\/api\/trpc\//, "");
    const caller = callerOf(request.headers);
    const known = await openSession(config, readCookie(request, sessionCookieName(config)));
    const session = known
      ? await freshSession(config, known, caller)
      : { token: null, changed: false };
    const headers = apiHeaders(config, { ...caller, accessToken: session.token?.accessToken });
    for (const name of PASSED) {
      const value = request.headers.get(name);
      if (value) headers[name] = value;
    }
    const answer = await fetch(`${config.apiUrl}/trpc/${path}${url.search}`, {
      method: request.method,
      headers,
      body: request.method === "GET" ? null : await request.text(),
      cache: "no-store",
      signal: request.signal,
    });
    const response = new Response(answer.body, {
      status: answer.status,
      headers: {
        "content-type": answer.headers.get("content-type") ?? "application/json",
        "cache-control": "no-store",
      },
    });
    if (session.changed) {
      const value = session.token ? await sealSession(config, session.token) : "";
      response.headers.append("set-cookie", sessionCookie(config, value));
    }
    return response;
  };
}
