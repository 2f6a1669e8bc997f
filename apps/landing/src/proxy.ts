import { isWatching, securityHeaders } from "@oto/trpc/next";
import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import { barePath, DEFAULT_LOCALE, LOCALES } from "./i18n/locale";

/**
 * Before every page: security headers with a nonce, and the language, which is the first part of
 * the address; Turkish, the default, has none.
 */
export function proxy(request: NextRequest): NextResponse {
  const { nonce, headers } = securityHeaders(isWatching());
  const { pathname, search } = request.nextUrl;
  const prefix = LOCALES.find((locale) => new RegExp(`^/${locale}(/|$)`).test(pathname));
  if (prefix === DEFAULT_LOCALE) {
    return NextResponse.redirect(new URL(barePath(pathname) + search, request.url), 308);
  }
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  forwarded.set("content-security-policy", headers["content-security-policy"] ?? "");
  forwarded.set("x-next-intl-locale", prefix ?? DEFAULT_LOCALE);
  forwarded.set("x-locale", prefix ?? DEFAULT_LOCALE);
  const init = { request: { headers: forwarded } };
  const page = new URL(`/${DEFAULT_LOCALE}${pathname}${search}`, request.url);
  const response = prefix ? NextResponse.next(init) : NextResponse.rewrite(page, init);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: [
    "/((?!api/|_next/|icon|apple-icon|favicon|.*\\.(?:png|svg|ico|webmanifest|js|txt|xml)$).*)",
  ],
};
