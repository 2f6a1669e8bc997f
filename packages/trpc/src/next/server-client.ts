import type { TRPCClient } from "@trpc/client";
import { createTRPCClient } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { apiLinks } from "../client/links";
import type { Caller } from "./api-request";
import { apiHeaders } from "./api-request";
import type { SessionConfig } from "./config";
import { openSession } from "./session-token";

/**
 * The typed API for server components and route handlers, as the visitor whose session cookie is
 * given (or as nobody).
 */
export async function createServerClient<Router extends AnyTRPCRouter>(
  config: SessionConfig,
  visitor: Caller & { sessionCookie?: string | undefined },
): Promise<TRPCClient<Router>> {
  const { sessionCookie, ...caller } = visitor;
  const session = await openSession(config, sessionCookie);
  const headers = apiHeaders(config, { ...caller, accessToken: session?.accessToken });
  return createTRPCClient<Router>({
    links: apiLinks<Router>({ url: `${config.apiUrl}/trpc`, headers: () => headers }),
  });
}
