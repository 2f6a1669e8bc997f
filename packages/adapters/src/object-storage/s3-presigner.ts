import { createHash, createHmac } from "node:crypto";

export interface PresignRequest {
  readonly method: "GET" | "PUT";
  /** Origin and path of the object; no query. */
  readonly url: URL;
  /** Headers that the request must carry exactly so, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds from `now`; nought or less makes a URL that has expired. */
  readonly expiresInS: number;
  readonly now: Date;
}

export interface PresignKeys {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

const ALGORITHM = "AWS4-HMAC-SHA256";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

/** As Amazon encodes: everything but letters, digits and `-._~`. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function signingKey({ secretKey, region }: PresignKeys, day: string): Buffer {
  const dated = hmac(`AWS4${secretKey}`, day);
  return hmac(hmac(hmac(dated, region), "s3"), "aws4_request");
}

/** `20261122T172031Z` */
const stampOf = (date: Date) => date.toISOString().replace(/[-:]|\.\d{3}/g, "");

/**
 * Signs one request by query parameters (AWS Signature Version 4). Unlike the client library it
 * signs any header, so that a URL can demand its exact `content-length` and `content-type`.
 *
 * @returns the URL with its signature; its `host` is part of what is signed
 */
export function presign(request: PresignRequest, keys: PresignKeys): string {
  const { method, url, expiresInS, now } = request;
  // The protocol knows no expiry in the past: such a URL was signed a second before it expired.
  const validS = Math.max(1, expiresInS);
  const stamp = stampOf(new Date(now.getTime() + (expiresInS - validS) * 1_000));
  const day = stamp.slice(0, 8);
  const scope = `${day}/${keys.region}/s3/aws4_request`;
  const headers: Readonly<Record<string, string>> = { ...request.headers, host: url.host };
  const names = Object.keys(headers).sort();
  const query = Object.entries({
    "X-Amz-Algorithm": ALGORITHM,
    "X-Amz-Credential": `${keys.accessKey}/${scope}`,
    "X-Amz-Date": stamp,
    "X-Amz-Expires": String(validS),
    "X-Amz-SignedHeaders": names.join(";"),
  })
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join("&");
  const canonical = [
    method,
    url.pathname,
    query,
    ...names.map((name) => `${name}:${headers[name]}`),
    "",
    names.join(";"),
    "UNSIGNED-PAYLOAD",
  ].join("\n");
  const signature = hmac(
    signingKey(keys, day),
    [ALGORITHM, stamp, scope, sha256(canonical)].join("\n"),
  ).toString("hex");
  return `${url.origin}${url.pathname}?${query}&X-Amz-Signature=${signature}`;
}
