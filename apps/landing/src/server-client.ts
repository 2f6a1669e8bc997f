import type { AppRouter } from "@oto/api";
import { callerOf, createServerClient, sessionConfig, sessionCookieName } from "@oto/trpc/next";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";

/** The typed API for server components of this request, as the visitor who asks. */
export const serverClient = cache(async () => {
  const config = sessionConfig("landing");
  const [jar, head, locale] = await Promise.all([cookies(), headers(), getLocale()]);
  return createServerClient<AppRouter>(config, {
    ...callerOf(head),
    locale,
    sessionCookie: jar.get(sessionCookieName(config))?.value,
  });
});

/** The same without a visitor, for what machines read (the sitemap). */
export const publicClient = () =>
  createServerClient<AppRouter>(sessionConfig("landing"), { locale: "tr" });
