"use server";

import { cookies } from "next/headers";
import { LOCALE_COOKIE, toAppLocale } from "./locale";

/** Keeps the language of this browser for a year. */
export async function setLocale(code: string): Promise<void> {
  const jar = await cookies();
  jar.set(LOCALE_COOKIE, toAppLocale(code), {
    path: "/",
    maxAge: 365 * 24 * 3_600,
    sameSite: "lax",
  });
}
