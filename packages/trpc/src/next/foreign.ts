import type { SessionConfig } from "./config";

/**
 * Header that the apps' own pages send with every call. A form cannot set it, and a script of
 * another origin would have to ask first (CORS), which is never granted.
 */
export const APP_HEADER = "x-kontak-app";

/** Whether the browser itself says that another site's page sends this request. */
export function isFromElsewhere(request: Request, config: SessionConfig): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  const own = [new URL(config.appUrl).host, request.headers.get("host")];
  return !URL.canParse(origin) || !own.includes(new URL(origin).host);
}

/**
 * Whether a call must not reach the API with this visitor's session: another site sends it, or it
 * would change something and does not come from the app's own scripts.
 */
export function isForeign(request: Request, config: SessionConfig): boolean {
  if (isFromElsewhere(request, config)) return true;
  return request.method !== "GET" && request.headers.get(APP_HEADER) === null;
}
