"use client";

import { createContext, useContext } from "react";

/** Host of the public site, which the server knows. */
export const LandingHostContext = createContext("");

/** Hosts whose pages are the platform's own. Only in the browser. */
export function useOwnHosts(): readonly string[] {
  const landing = useContext(LandingHostContext);
  return typeof window === "undefined" ? [landing] : [window.location.host, landing];
}
