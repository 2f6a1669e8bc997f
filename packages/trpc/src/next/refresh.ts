import { createHash } from "node:crypto";
import type { Caller } from "./api-request";
import { callApi } from "./api-request";
import type { SessionConfig } from "./config";
import type { SessionToken } from "./session-token";
import { toSessionToken } from "./session-token";

/** How long an answer is handed to tabs that still hold the old cookie. */
const SHARED_MS = 60_000;

type Outcome = { state: "fresh"; token: SessionToken } | { state: "ended" };

/** Pages and route handlers are bundled apart but run in one process; they must share this. */
function sharedRefreshes(): Map<string, Promise<Outcome>> {
  const key = Symbol.for("kontak.session-refreshes");
  const holder = globalThis as Record<symbol, Map<string, Promise<Outcome>> | undefined>;
  const existing = holder[key];
  if (existing) return existing;
  const created = new Map<string, Promise<Outcome>>();
  holder[key] = created;
  return created;
}

async function refresh(
  config: SessionConfig,
  token: SessionToken,
  caller: Caller,
): Promise<Outcome> {
  const answer = await callApi(config, {
    path: "auth.refresh",
    input: { refreshToken: token.refreshToken },
    caller,
  });
  const next = answer.ok ? toSessionToken(answer.data, token.user) : null;
  if (next) return { state: "fresh", token: next };
  if (answer.error?.data.code === "UNAUTHORIZED") return { state: "ended" };
  throw new Error("session refresh failed");
}

/** A session to go on with, and whether its cookie has to be written again. */
export interface FreshSession {
  token: SessionToken | null;
  changed: boolean;
}

const isDue = (token: SessionToken): boolean =>
  (token.renewAt ?? token.accessExpiresAt) <= Date.now();

/**
 * A new pair for a session, whatever is left of its access token. A refresh token works once, so
 * requests that arrive together (parallel tabs, a page and its data) share one refresh and its
 * answer; one that comes so late that the answer has aged too goes on from there.
 */
export async function renewSession(
  config: SessionConfig,
  token: SessionToken,
  caller: Caller,
): Promise<FreshSession> {
  const shared = sharedRefreshes();
  const key = createHash("sha256").update(token.refreshToken).digest("base64url");
  let running = shared.get(key);
  if (!running) {
    running = refresh(config, token, caller);
    shared.set(key, running);
    running.catch(() => shared.delete(key));
    setTimeout(() => shared.delete(key), SHARED_MS).unref();
  }
  try {
    const outcome = await running;
    if (outcome.state === "ended") return { token: null, changed: true };
    const next = outcome.token;
    if (!isDue(next)) return { token: next, changed: true };
    return { ...(await renewSession(config, next, caller)), changed: true };
  } catch {
    // The API is away: keep the session, the call itself will say so.
    return { token, changed: false };
  }
}

/** The session, renewed when its access token is about to end. */
export async function freshSession(
  config: SessionConfig,
  token: SessionToken,
  caller: Caller,
): Promise<FreshSession> {
  return isDue(token) ? renewSession(config, token, caller) : { token, changed: false };
}
