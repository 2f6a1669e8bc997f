import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import type { Caller } from "./api-request";
import { callApi } from "./api-request";
import type { SessionConfig } from "./config";
import { cookieOptions, SESSION_SECONDS, sessionCookieName } from "./config";
import type { SessionToken } from "./session-token";
import { openSession, toSessionToken } from "./session-token";

const credentials = z.object({
  identifier: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
  totp: z.string().max(20).optional(),
  /** Form fields are texts. */
  rememberDevice: z.enum(["true", "false"]).optional(),
  locale: z.string().max(5).optional(),
});

/**
 * What a refused sign-in says: JSON in next-auth's error text, read by `signInProblem` on the
 * page.
 */
export interface SignInProblem {
  message: string;
  reason: string;
  params?: Record<string, unknown>;
  /** A superadmin without a second factor gets the seed to set one up. */
  enrol?: { secret: string; otpauthUrl: string };
}

/** Whose sign-in this is, and where it leaves the mark of a device that is to be remembered. */
export interface SignInRequest {
  caller: Caller;
  deviceToken?: string | undefined;
  onRemembered(token: string): void;
}

const remembered = z.object({ deviceToken: z.string() });

async function authorize(config: SessionConfig, input: unknown, request: SignInRequest) {
  const { identifier, password, totp, rememberDevice, locale } = credentials.parse(input);
  const { caller, deviceToken, onRemembered } = request;
  const answer = await callApi(config, {
    path: "auth.login",
    input: {
      identifier,
      password,
      ...(totp ? { totp } : {}),
      ...(rememberDevice === "true" ? { rememberDevice: true } : {}),
      ...(deviceToken ? { deviceToken } : {}),
    },
    caller: { ...caller, locale },
  });
  const token = answer.ok ? toSessionToken(answer.data) : null;
  const device = remembered.safeParse(answer.data);
  if (token && device.success) onRemembered(device.data.deviceToken);
  if (token) return { id: token.user.id, session: token };
  const data = answer.error?.data ?? {};
  const problem = {
    message: answer.error?.message ?? "",
    reason: typeof data.reason === "string" ? data.reason : "system.unavailable",
    params: data.params,
    enrol: data.enrol,
  };
  throw new Error(JSON.stringify(problem));
}

/**
 * next-auth for one app: it holds the session in an httpOnly cookie of that app. Page scripts see
 * who is signed in, never a token.
 */
export function createAuthOptions(config: SessionConfig, request: SignInRequest): NextAuthOptions {
  const prefix = `kontak-${config.app}`;
  const options = cookieOptions(config);
  return {
    secret: config.authSecret,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/giris", error: "/giris" },
    cookies: {
      sessionToken: { name: sessionCookieName(config), options },
      callbackUrl: { name: `${prefix}-callback`, options },
      csrfToken: { name: `${prefix}-csrf`, options },
    },
    providers: [
      Credentials({
        credentials: { identifier: {}, password: {}, totp: {}, rememberDevice: {}, locale: {} },
        authorize: (input) => authorize(config, input, request),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        const session = (user as { session?: SessionToken } | undefined)?.session;
        return session ? { ...session } : token;
      },
      session: ({ session, token }) => {
        // cast: `jwt` above put a whole session into the token.
        const { user } = token as unknown as SessionToken;
        return { expires: session.expires, user: { ...session.user, ...user } };
      },
    },
    events: {
      async signOut({ token }) {
        // cast: as above.
        const { refreshToken } = token as unknown as SessionToken;
        const logout = { path: "auth.logout", input: { refreshToken }, caller: {} };
        await callApi(config, logout).catch(() => undefined);
      },
    },
  };
}

/** Who is signed in, for server components; reads the cookie only. */
export async function sessionUser(config: SessionConfig, cookie: string | undefined) {
  return (await openSession(config, cookie))?.user ?? null;
}
