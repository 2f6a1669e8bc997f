/** The three front ends; each has its own cookies, since cookies ignore ports. */
export type AppName = "landing" | "admin" | "gallery";

export interface SessionConfig {
  app: AppName;
  /** The API as this server reaches it, e.g. `http://127.0.0.1:4000`. */
  apiUrl: string;
  /** Encrypts the session cookie. */
  authSecret: string;
  /** The platform's secret; the front ends prove themselves to the API with a key derived from it. */
  platformSecret: string;
  /** The app's own public address; `https` makes its cookies Secure. */
  appUrl: string;
}

const isSecure = (config: SessionConfig) => config.appUrl.startsWith("https:");

/** Lifetime of the session cookie, seconds; the refresh token inside lives as long. */
export const SESSION_SECONDS = 30 * 24 * 3_600;

/** Name of an app's session cookie. */
export const sessionCookieName = (config: SessionConfig): string =>
  `${isSecure(config) ? "__Host-" : ""}kontak-${config.app}-session`;

/** Lifetime of the cookie of a remembered device, seconds; as long as the API remembers it. */
export const DEVICE_SECONDS = 30 * 24 * 3_600;

/** Name of the cookie that says which device this is to the second factor. */
export const deviceCookieName = (config: SessionConfig): string =>
  `${isSecure(config) ? "__Host-" : ""}kontak-${config.app}-device`;

/** Attributes of every cookie of an app: scripts never see it, other sites never send it by POST. */
export const cookieOptions = (config: SessionConfig) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(config) }) as const;
