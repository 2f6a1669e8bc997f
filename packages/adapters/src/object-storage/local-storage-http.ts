import { Readable } from "node:stream";
import { parseRange } from "./byte-range";
import { SizeMismatchError } from "./local-object-files";
import type { LocalObjectStorage } from "./local-object-storage.adapter";
import { cacheControl, dispositionOf } from "./object-serving";
import {
  InvalidObjectKeyError,
  ObjectNotFoundError,
  StorageUnavailableError,
} from "./object-storage.port";

/** The part of a request that the storage looks at; any HTTP server can give it. */
export interface StorageRequest {
  readonly method: string;
  /** Path and query as received: `/storage/public/v/1.avif`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Raw, unread body. */
  readonly body: Readable;
}

export interface StorageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | string;
}

const PREFIX = "/storage/";
/** Whatever is stored, a browser must never run it. */
const SAFE = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "cross-origin",
};

function answer(status: number, message: string): StorageResponse {
  return {
    status,
    headers: { ...SAFE, "content-type": "application/json" },
    body: JSON.stringify({ message }),
  };
}

function headerOf(request: StorageRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The client went away in mid-upload: nobody reads the answer, and nothing was stored. */
function isClientGone(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE";
}

/**
 * Serves `/storage/upload|public|signed/…` of a local storage. The caller mounts it under
 * `/storage/` without a body parser, and answers CORS.
 */
export class LocalStorageHttp {
  readonly #storage: LocalObjectStorage;

  constructor(storage: LocalObjectStorage) {
    this.#storage = storage;
  }

  /** Never rejects for what a client did, nor for a full disk (507). */
  async handle(request: StorageRequest): Promise<StorageResponse> {
    const { pathname, searchParams } = new URL(request.url, "http://storage");
    const path = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : "";
    const [kind] = path.split("/", 1);
    const rest = path.slice((kind ?? "").length + 1);
    try {
      if (kind === "upload" && request.method === "PUT") {
        return await this.#upload(request, rest, searchParams);
      }
      if (request.method !== "GET" && request.method !== "HEAD") return answer(405, "not allowed");
      if (kind === "public") return await this.#send(request, path, "public");
      if (kind === "signed") {
        if (this.#storage.verifySignedGet(rest, searchParams)) {
          return await this.#send(request, rest, "private");
        }
        return answer(403, "the link is not valid or has expired");
      }
      return answer(404, "not found");
    } catch (error) {
      if (error instanceof InvalidObjectKeyError) return answer(404, "not found");
      if (error instanceof ObjectNotFoundError) return answer(404, "not found");
      throw error;
    }
  }

  async #upload(
    request: StorageRequest,
    key: string,
    query: URLSearchParams,
  ): Promise<StorageResponse> {
    const { signer, files, now } = this.#storage;
    const contentType = query.get("type") ?? "";
    const size = Number(query.get("size") ?? Number.NaN);
    const expires = Number(query.get("expires") ?? Number.NaN);
    const claims = { verb: "PUT", key, expires, contentType, size } as const;
    if (!signer.verify(claims, query.get("signature") ?? "", now())) {
      return answer(403, "the upload link is not valid or has expired");
    }
    if (headerOf(request, "content-type") !== contentType) {
      return answer(415, "another content type was agreed");
    }
    const length = headerOf(request, "content-length");
    if (length !== undefined && Number(length) !== size) {
      return answer(Number(length) > size ? 413 : 400, "another size was agreed");
    }
    try {
      await files.write({ key, contentType, size }, request.body);
      return { status: 200, headers: SAFE, body: "" };
    } catch (error) {
      if (error instanceof SizeMismatchError) {
        return answer(error.kind === "larger" ? 413 : 400, error.message);
      }
      if (isClientGone(error)) return answer(400, "the upload broke off");
      if (error instanceof StorageUnavailableError) return answer(507, error.message);
      throw error;
    }
  }

  async #send(
    request: StorageRequest,
    key: string,
    visibility: "public" | "private",
  ): Promise<StorageResponse> {
    const found = await this.#storage.stat(key);
    if (!found) return answer(404, "not found");
    const etag = `"${found.size.toString(36)}-${found.modifiedAt.getTime().toString(36)}"`;
    const headers = {
      ...SAFE,
      etag,
      "accept-ranges": "bytes",
      "cache-control": cacheControl(visibility === "public"),
    };
    if (headerOf(request, "if-none-match") === etag) return { status: 304, headers, body: "" };
    const full = {
      ...headers,
      "content-type": found.contentType,
      "content-length": String(found.size),
      "content-disposition": dispositionOf(found.contentType),
    };
    if (request.method === "HEAD") return { status: 200, headers: full, body: Readable.from([]) };
    const range = parseRange(headerOf(request, "range"), found.size);
    if (range === "unsatisfiable") {
      const whole = { "content-range": `bytes */${found.size}` };
      return { status: 416, headers: { ...SAFE, ...whole }, body: "" };
    }
    if (!range) return { status: 200, headers: full, body: await this.#storage.getStream(key) };
    const part = {
      ...full,
      "content-length": String(range.end - range.start + 1),
      "content-range": `bytes ${range.start}-${range.end}/${found.size}`,
    };
    const body = await this.#storage.files.openRead(key, range);
    return { status: 206, headers: part, body };
  }
}
