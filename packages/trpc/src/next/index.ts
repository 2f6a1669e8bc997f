import "server-only";

export type { Caller } from "./api-request";
export { createAuthOptions, type SignInProblem, sessionUser } from "./auth-options";
export { callerOf, createBffHandler } from "./bff";
export { type AppName, type SessionConfig, sessionCookieName } from "./config";
export { withFreshSession } from "./proxy";
export { createServerClient } from "./server-client";
export type { SessionToken, SessionUser } from "./session-token";
