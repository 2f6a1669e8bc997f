import { isWatching, securityHeaders, sessionConfig, withFreshSession } from "@oto/trpc/next";
import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";

const OPEN = ["/giris", "/davet"];

/** Before every page: security headers with a nonce, a living session, the way to sign in. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { nonce, headers } = securityHeaders(isWatching());
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  forwarded.set("content-security-policy", headers["content-security-policy"] ?? "");
  const { response, session } = await withFreshSession(
    sessionConfig("gallery"),
    request,
    forwarded,
  );
  const { pathname, search } = request.nextUrl;
  const open = OPEN.some((path) => pathname === path || pathname.startsWith(`${path}/`));
  if (!session && !open) {
    const signIn = new URL("/giris", request.url);
    if (pathname !== "/") signIn.searchParams.set("next", pathname + search);
    return NextResponse.redirect(signIn);
  }
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: [
    "/((?!api/|_next/|icon|apple-icon|manifest|favicon|.*\\.(?:png|svg|ico|webmanifest|js|txt)$).*)",
  ],
};
