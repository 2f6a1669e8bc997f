import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import { callerOf } from "./bff";
import type { SessionConfig } from "./config";
import { cookieOptions, SESSION_SECONDS, sessionCookieName } from "./config";
import { freshSession } from "./refresh";
import type { SessionToken } from "./session-token";
import { openSession, sealSession } from "./session-token";

/**
 * For an app's `proxy.ts`: refreshes the session before a page renders, so that server components
 * (which cannot write cookies) always find a living one.
 *
 * @param headers request headers for the page, e.g. with a nonce added
 * @returns the response to go on with, and the session or null
 */
export async function withFreshSession(
  config: SessionConfig,
  request: NextRequest,
  headers: Headers = new Headers(request.headers),
): Promise<{ response: NextResponse; session: SessionToken | null }> {
  const name = sessionCookieName(config);
  const known = await openSession(config, request.cookies.get(name)?.value);
  if (!known) return { response: NextResponse.next({ request: { headers } }), session: null };
  const { token, changed } = await freshSession(config, known, callerOf(request.headers));
  if (!changed) return { response: NextResponse.next({ request: { headers } }), session: token };
  const value = token ? await sealSession(config, token) : "";
  request.cookies.set(name, value);
  headers.set("cookie", request.cookies.toString());
  const response = NextResponse.next({ request: { headers } });
  response.cookies.set(name, value, {
    ...cookieOptions(config),
    maxAge: token ? SESSION_SECONDS : 0,
  });
  return { response, session: token };
}
