import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { SessionConfig } from "./config";
import { SESSION_SECONDS } from "./config";

const user = z.object({
  id: z.string(),
  role: z.string(),
  galleryId: z.string().nullish(),
  galleryStatus: z.string().nullish(),
});

const sessionToken = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Epoch milliseconds. */
  accessExpiresAt: z.number(),
  /** Epoch milliseconds from which on the access token is renewed. */
  renewAt: z.number().optional(),
  user,
});

/** What the encrypted session cookie holds. Only servers ever read it. */
export type SessionToken = z.infer<typeof sessionToken>;
export type SessionUser = z.infer<typeof user>;

const issued = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.number(),
  user: user.optional(),
});

/** Renew this long before the end, or at two thirds of a short life. */
const EARLY_MS = 30_000;

/** Reads the answer of `auth.login` or `auth.refresh` into a session. */
export function toSessionToken(answer: unknown, known?: SessionUser): SessionToken | null {
  const parsed = issued.safeParse(answer);
  const who = parsed.data?.user ?? known;
  if (!parsed.success || !who) return null;
  const { accessToken, refreshToken, expiresIn } = parsed.data;
  const lifeMs = expiresIn * 1_000;
  const accessExpiresAt = Date.now() + lifeMs;
  const renewAt = accessExpiresAt - Math.min(EARLY_MS, lifeMs / 3);
  return { accessToken, refreshToken, accessExpiresAt, renewAt, user: who };
}

/** Opens a session cookie; null for none, a foreign or a broken one. */
export async function openSession(
  config: SessionConfig,
  cookie: string | undefined,
): Promise<SessionToken | null> {
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: config.authSecret }).catch(() => null);
  const parsed = sessionToken.safeParse(token);
  return parsed.success ? parsed.data : null;
}

/** Seals a session for its cookie. */
export const sealSession = (config: SessionConfig, token: SessionToken): Promise<string> =>
  encode({ token: { ...token }, secret: config.authSecret, maxAge: SESSION_SECONDS });
