import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

export type SignedVerb = "GET" | "PUT";

export interface SignedClaims {
  readonly verb: SignedVerb;
  readonly key: string;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly contentType?: string;
  readonly size?: number;
}

/** Signs and checks URLs of the local storage with a key of its own, derived from the secret. */
export class UrlSigner {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync("sha256", secret, "", "object-storage-urls", 32));
  }

  sign({ verb, key, expires, contentType = "", size = -1 }: SignedClaims): string {
    const claims = JSON.stringify([verb, key, expires, contentType, size]);
    return createHmac("sha256", this.#key).update(claims).digest("base64url");
  }

  /** True when the signature fits the claims and they have not expired. */
  verify(claims: SignedClaims, signature: string, now: Date): boolean {
    const expected = Buffer.from(this.sign(claims));
    const given = Buffer.from(signature);
    const fits = expected.length === given.length && timingSafeEqual(expected, given);
    return fits && Number.isSafeInteger(claims.expires) && claims.expires * 1_000 > now.getTime();
  }
}
