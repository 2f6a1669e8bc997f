import { SignJWT } from "jose";
import { keyRing } from "../auth/signing-keys";
import type { Platform } from "../context";

/** What of an access token is other than it should be; a good one unless said. */
export interface TokenFlaws {
  issuer?: string;
  audience?: string;
  typ?: string;
  /** Seconds from now; negative for one that has run out. */
  endsIn?: number;
  header?: Record<string, unknown>;
}

/** An access token of the installation's own key, for tests that need one slightly wrong. */
export async function signTestToken(
  platform: Platform,
  who: { userId: string; sessionId: string },
  flaws: TokenFlaws = {},
): Promise<string> {
  const { signing } = await keyRing(platform);
  const { issuer = "kontak", audience = "kontak-api", typ = "at+jwt", endsIn = 600 } = flaws;
  const now = Math.floor(platform.now().getTime() / 1_000);
  return new SignJWT({ sid: who.sessionId })
    .setProtectedHeader({ alg: "EdDSA", typ, kid: signing.kid, ...flaws.header })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(who.userId)
    .setIssuedAt(now - 3_600)
    .setExpirationTime(now + endsIn)
    .sign(signing.key);
}
