import { createHash } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { Platform } from "../context";
import { newToken } from "./secrets";
import type { KeyRing } from "./signing-keys";
import { keyRing } from "./signing-keys";

const ISSUER = "kontak";
const AUDIENCE = "kontak-api";
/** RFC 9068: a token of another kind (an ID token, a link) is never taken for an access token. */
const TYPE = "at+jwt";
const ALGORITHM = "EdDSA";

const claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.int() });

export interface AccessClaims {
  userId: string;
  sessionId: string;
}

/** Signs a token that lets its bearer in for ten minutes (`OTO_ACCESS_TOKEN_SECONDS`). */
export async function signAccessToken(
  platform: Platform,
  { userId, sessionId }: AccessClaims,
): Promise<{ accessToken: string; expiresIn: number }> {
  const { signing } = await keyRing(platform);
  const issuedAt = Math.floor(platform.now().getTime() / 1_000);
  const expiresIn = platform.env.OTO_ACCESS_TOKEN_SECONDS;
  const accessToken = await new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: signing.kid })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(userId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + expiresIn)
    .setJti(newToken())
    .sign(signing.key);
  return { accessToken, expiresIn };
}

/** What is known of a token whose signature was found good. */
interface Verified {
  readonly claims: AccessClaims;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** So many tokens are remembered; then the memory begins anew. */
const MOST_REMEMBERED = 10_000;

/**
 * Tokens that the keys of a ring have verified, by their hash. A signature costs more to check than
 * a cached search to answer, and screens send one token hundreds of times. Rings live a minute, and
 * what they know ends with them: a key that is retired takes its tokens along.
 */
const remembered = new WeakMap<KeyRing, Map<string, Verified>>();

function memoryOf(ring: KeyRing): Map<string, Verified> {
  const known = remembered.get(ring);
  if (known && known.size < MOST_REMEMBERED) return known;
  const fresh = new Map<string, Verified>();
  remembered.set(ring, fresh);
  return fresh;
}

async function verify(platform: Platform, token: string): Promise<Verified> {
  const { payload } = await jwtVerify(
    token,
    async ({ kid }) => {
      const key = kid ? (await keyRing(platform, kid)).verifying.get(kid) : undefined;
      if (!key) throw new UnknownKeyError("no such signing key");
      return key;
    },
    {
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      algorithms: [ALGORITHM],
      requiredClaims: ["exp", "iat", "sub"],
      currentDate: platform.now(),
    },
  );
  const { exp, sid, sub } = claims.parse(payload);
  return { claims: { userId: sub, sessionId: sid }, exp };
}

/** What a token says, or null when it is not one of ours, was altered or has ended. */
export async function readAccessToken(
  platform: Platform,
  token: string,
): Promise<AccessClaims | null> {
  const memory = memoryOf(await keyRing(platform));
  const hash = createHash("sha256").update(token).digest("base64url");
  const known = memory.get(hash);
  if (known) return known.exp > platform.now().getTime() / 1_000 ? known.claims : null;
  try {
    const verified = await verify(platform, token);
    memory.set(hash, verified);
    return verified.claims;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

class UnknownKeyError extends Error {
  override name = "UnknownKeyError";
}

/** A token that is wrong, as against a database that could not be asked for the keys. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof UnknownKeyError ||
    error instanceof z.ZodError ||
    (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_J"))
  );
}
