import type { Readable } from "node:stream";

export interface UploadRequest {
  readonly key: string;
  /** The only `Content-Type` that will be taken. */
  readonly contentType: string;
  /** Exact bytes; one more or less is refused. */
  readonly size: number;
  readonly expiresInS: number;
}

/** What a browser needs to upload straight into the storage. */
export interface SignedUpload {
  readonly method: "PUT";
  /** Absolute. */
  readonly url: string;
  /** To be sent exactly so. */
  readonly headers: Readonly<Record<string, string>>;
  /** ISO-8601 instant. */
  readonly expiresAt: string;
}

export interface ObjectStat {
  readonly key: string;
  readonly size: number;
  readonly contentType: string;
  readonly modifiedAt: Date;
}

/** What a listing tells of an object. */
export type ListedObject = Pick<ObjectStat, "key" | "size" | "modifiedAt">;

export interface ListOptions {
  /** Lists only keys behind this one; left out, from the first. */
  readonly after?: string;
}

export interface PutOptions {
  readonly contentType: string;
}

export class ObjectNotFoundError extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`no object "${key}"`);
    this.name = "ObjectNotFoundError";
    this.key = key;
  }
}

/** The key could point outside of the storage or means nothing to it. */
export class InvalidObjectKeyError extends Error {
  constructor() {
    super("object keys start with public/ or private/ and use letters, digits, dot, dash and _");
    this.name = "InvalidObjectKeyError";
  }
}

/** Nothing can be stored or read now; trying again later may help. */
export class StorageUnavailableError extends Error {
  readonly kind: "away" | "full";

  constructor(kind: "away" | "full", cause?: unknown) {
    super(kind === "full" ? "the object storage is full" : "the object storage is away", { cause });
    this.name = "StorageUnavailableError";
    this.kind = kind;
  }
}

/**
 * Objects by key. Keys under `public/` are readable by anybody for ever (their content never
 * changes: another content gets another key); keys under `private/` only through signed URLs.
 * A half-written object is never visible. All methods throw `InvalidObjectKeyError`, and
 * `StorageUnavailableError` when the storage does not answer or has no room.
 */
export interface ObjectStorage {
  createUpload(request: UploadRequest): Promise<SignedUpload>;
  put(key: string, body: Buffer | Readable, options: PutOptions): Promise<ObjectStat>;
  /** @throws ObjectNotFoundError */
  get(key: string): Promise<Buffer>;
  /** @throws ObjectNotFoundError */
  getStream(key: string): Promise<Readable>;
  /** Null when there is none. */
  stat(key: string): Promise<ObjectStat | null>;
  /** Removing what does not exist is fine. */
  remove(keys: readonly string[]): Promise<void>;
  /** Every object whose key starts with the prefix, in the order of the keys' bytes. */
  list(prefix: string, options?: ListOptions): AsyncIterable<ListedObject>;
  /** Absolute URL of a public object, cacheable for ever. */
  publicUrl(key: string): string;
  /** Absolute URL that reads one private object for `ttlS` seconds. */
  signedUrl(key: string, ttlS: number): Promise<string>;
  /** Rejects when nothing can be stored. */
  check(): Promise<void>;
}
