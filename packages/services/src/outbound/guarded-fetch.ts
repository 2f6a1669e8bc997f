import { lookup as resolve } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import { isPublicAddress } from "./public-address";

/** The URL leads somewhere that people may not send this server to. */
export class ForbiddenUrlError extends Error {
  override name = "ForbiddenUrlError";
}

export interface GuardOptions {
  /** Addresses of a name; the system's resolver unless given. */
  resolve?: (host: string) => Promise<readonly string[]>;
  /** Whether an address may be talked to; the public internet unless given. */
  isAllowed?: (address: string) => boolean;
  /** Ports that may be named. */
  ports?: readonly number[];
}

const DEFAULT_PORTS = [80, 443];
const MAX_URL = 2_048;

const resolveAll = async (host: string) =>
  (await resolve(host, { all: true, verbatim: true })).map(({ address }) => address);

/** Every address of the URL's host, all of them public. */
async function addressesOf(url: URL, options: GuardOptions): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const allowed = options.isAllowed ?? isPublicAddress;
  const addresses = isIP(host) ? [host] : await (options.resolve ?? resolveAll)(host);
  // One closed address among open ones is a trap, not a choice.
  if (addresses.length === 0 || !addresses.every(allowed)) {
    throw new ForbiddenUrlError("the address is not a public one");
  }
  return addresses;
}

/**
 * Checks a URL that a person gave: http(s), no credentials, a usual port, and a host whose
 * addresses are all public. URL parsing turns decimal, octal and hexadecimal spellings into plain
 * addresses first. What it answers holds for this moment; `guardedFetch` talks to the very
 * addresses it has checked.
 * @throws ForbiddenUrlError
 */
export async function assertPublicUrl(text: string, options: GuardOptions = {}): Promise<URL> {
  if (text.length > MAX_URL || !URL.canParse(text)) throw new ForbiddenUrlError("not a URL");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new ForbiddenUrlError("only http and https");
  }
  if (url.username || url.password) throw new ForbiddenUrlError("no credentials in URLs");
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  if (!(options.ports ?? DEFAULT_PORTS).includes(port)) throw new ForbiddenUrlError("unusual port");
  await addressesOf(url, options);
  return url;
}

export interface GuardedRequest extends GuardOptions {
  method?: "GET" | "HEAD" | "POST";
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Milliseconds for everything. */
  timeoutMs?: number;
  /** Bytes of the answer; more is an error. */
  maxBytes?: number;
}

export interface GuardedResponse {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  /** Where the last redirect led. */
  url: string;
}

const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const DEFAULTS = { timeoutMs: 10_000, maxBytes: 5 * 1024 * 1024 };

async function readBody(response: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** One hop, to the addresses that were checked: a name that changes its mind meanwhile gains nothing. */
async function hop(
  text: string,
  request: GuardedRequest,
  signal: AbortSignal,
): Promise<GuardedResponse> {
  const url = await assertPublicUrl(text, request);
  const [address = ""] = await addressesOf(url, request);
  const pinned: LookupFunction = (_host, { all }, done) => {
    const family = isIP(address);
    if (all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const { method = "GET", headers = {}, body, maxBytes = DEFAULTS.maxBytes } = request;
  const client = url.protocol === "https:" ? https : http;
  const options = {
    method,
    headers: { ...headers },
    lookup: pinned,
    signal,
    agent: false,
  } as const;
  const response = await new Promise<http.IncomingMessage>((done, fail) => {
    client.request(url, options, done).on("error", fail).end(body);
  });
  try {
    const { statusCode: status = 0 } = response;
    return {
      status,
      headers: response.headers,
      body: await readBody(response, maxBytes),
      url: url.href,
    };
  } finally {
    response.destroy();
  }
}

/**
 * Asks a URL that a person gave. Every redirect is checked like the first address, the answer's
 * size and the time are bounded, and headers of the request never travel to another origin.
 * @throws ForbiddenUrlError
 */
export async function guardedFetch(
  text: string,
  request: GuardedRequest = {},
): Promise<GuardedResponse> {
  const signal = AbortSignal.timeout(request.timeoutMs ?? DEFAULTS.timeoutMs);
  let [url, current] = [text, request];
  for (let redirects = 0; ; redirects += 1) {
    const response = await hop(url, current, signal);
    const target = response.headers.location;
    if (!REDIRECTS.has(response.status) || target === undefined) return response;
    if (redirects >= MAX_REDIRECTS) throw new ForbiddenUrlError("too many redirects");
    const next = new URL(target, response.url);
    if (next.origin !== new URL(response.url).origin) {
      const { headers: _headers, body: _body, ...rest } = current;
      current = { ...rest, method: "GET" };
    }
    url = next.href;
  }
}
