import type { Caller } from "./api-request";
import { apiHeaders } from "./api-request";
import type { SessionConfig } from "./config";
import { cookieOptions, SESSION_SECONDS, sessionCookieName } from "./config";
import { isForeign } from "./foreign";
import { readCookie } from "./read-cookie";
import type { FreshSession } from "./refresh";
import { freshSession, renewSession } from "./refresh";
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

interface Call {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  signal: AbortSignal;
}

async function readCall(config: SessionConfig, request: Request): Promise<Call> {
  const { pathname, search } = new URL(request.url);
  const headers: Record<string, string> = {};
  for (const name of PASSED) {
    const value = request.headers.get(name);
    if (value) headers[name] = value;
  }
  return {
    url: `${config.apiUrl}/trpc/${pathname.replace(/^.*\/api\/trpc\//, "")}${search}`,
    method: request.method,
    headers,
    body: request.method === "GET" ? null : await request.text(),
    signal: request.signal,
  };
}

interface Passed {
  answer: Response;
  session: FreshSession;
}

/**
 * Passes a call on. A token that ran out on the way (a slow network, a sleeping laptop) is renewed
 * and the call goes again: whoever was refused as a stranger has changed nothing.
 */
async function passOn(config: SessionConfig, request: Request, call: Call): Promise<Passed> {
  const caller = callerOf(request.headers);
  const send = (accessToken: string | undefined) => {
    const { url, headers, ...init } = call;
    const own = apiHeaders(config, { ...caller, accessToken });
    return fetch(url, { ...init, headers: { ...own, ...headers }, cache: "no-store" });
  };
  const known = await openSession(config, readCookie(request, sessionCookieName(config)));
  if (!known) return { answer: await send(undefined), session: { token: null, changed: false } };
  const session = await freshSession(config, known, caller);
  const answer = await send(session.token?.accessToken);
  if (answer.status !== 401 || !session.token) return { answer, session };
  const renewed = await renewSession(config, session.token, caller);
  if (!renewed.token || !renewed.changed) return { answer, session: renewed };
  await answer.body?.cancel();
  return { answer: await send(renewed.token.accessToken), session: renewed };
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
    const { answer, session } = await passOn(config, request, await readCall(config, request));
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
