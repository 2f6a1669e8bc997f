import NextAuth from "next-auth";
import { createAuthOptions } from "./auth-options";
import { callerOf } from "./bff";
import type { SessionConfig } from "./config";
import { cookieOptions, DEVICE_SECONDS, deviceCookieName } from "./config";
import { isFromElsewhere } from "./foreign";
import { readCookie } from "./read-cookie";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

/**
 * next-auth's routes of one app (`/api/auth/*`): no other site's page may sign anybody in or out,
 * and a device that asked to be remembered gets its cookie.
 */
export function createAuthHandler(readConfig: () => SessionConfig) {
  return async function handle(request: Request, context: RouteContext): Promise<Response> {
    const config = readConfig();
    if (request.method !== "GET" && isFromElsewhere(request, config)) {
      return new Response(null, { status: 403 });
    }
    let remembered: string | undefined;
    const options = createAuthOptions(config, {
      caller: callerOf(request.headers),
      deviceToken: readCookie(request, deviceCookieName(config)),
      onRemembered: (token) => {
        remembered = token;
      },
    });
    const answer: Response = await NextAuth(options)(request, context);
    if (!remembered) return answer;
    const response = new Response(answer.body, answer);
    const { secure } = cookieOptions(config);
    const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${DEVICE_SECONDS}`;
    response.headers.append(
      "set-cookie",
      `${deviceCookieName(config)}=${remembered}; ${flags}${secure ? "; Secure" : ""}`,
    );
    return response;
  };
}
