"use client";

import { signOut } from "next-auth/react";

const SIGN_IN = "/giris";
let leaving = false;

/** The session is over: forget it and lead to the sign-in page, back to this page afterwards. */
export function leaveForSignIn(): void {
  if (leaving || window.location.pathname.startsWith(SIGN_IN)) return;
  leaving = true;
  const { pathname, search } = window.location;
  const next = pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
  void signOut({ redirect: false }).finally(() => window.location.assign(SIGN_IN + next));
}

/** Signs out at the person's wish. */
export async function signOutNow(): Promise<void> {
  leaving = true;
  await signOut({ redirect: false });
  window.location.assign(SIGN_IN);
}
