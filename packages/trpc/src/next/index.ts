import "server-only";

export type { Caller } from "./api-request";
export { createAuthHandler } from "./auth-handler";
export { type SignInProblem, sessionUser } from "./auth-options";
export { callerOf, createBffHandler } from "./bff";
export { type AppName, type SessionConfig, sessionCookieName } from "./config";
export { type FrontEndEnv, isWatching, readFrontEndEnv, sessionConfig, socketUrl } from "./env";
export { withFreshSession } from "./proxy";
export { type SecurityHeaders, securityHeaders } from "./security";
export { createServerClient } from "./server-client";
export type { SessionToken, SessionUser } from "./session-token";
