import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Logger } from "@oto/observability";
import type { Client } from "minio";
import { assertObjectKey, impliedContentType, isObjectKey, isPublicKey } from "./object-key";
import { cacheControl, dispositionOf } from "./object-serving";
import type {
  ListedObject,
  ListOptions,
  ObjectStat,
  ObjectStorage,
  PutOptions,
  SignedUpload,
  UploadRequest,
} from "./object-storage.port";
import { InvalidObjectKeyError, ObjectNotFoundError } from "./object-storage.port";
import { prepareBuckets } from "./s3-buckets";
import { inPortsWords, openS3Client } from "./s3-client";
import { presign } from "./s3-presigner";
import type { S3Location, S3Settings } from "./s3-settings";
import { locationOf, privateBucket, publicBucket } from "./s3-settings";
import { spooled } from "./spooled-body";

const PAGE = 1_000;

export interface S3ObjectStorageOptions {
  readonly settings: S3Settings;
  readonly logger?: Logger | undefined;
  readonly now?: () => Date;
  /** Objects that one request lists. */
  readonly pageSize?: number;
}

/** Object storage on a server that speaks S3, in a public and a private bucket. */
export class S3ObjectStorage implements ObjectStorage {
  readonly #settings: S3Settings;
  readonly #client: Client;
  readonly #logger: Logger | undefined;
  readonly #now: () => Date;
  readonly #pageSize: number;
  #prepared: Promise<void> | undefined;

  constructor({ settings, logger, now, pageSize = PAGE }: S3ObjectStorageOptions) {
    this.#settings = settings;
    this.#client = openS3Client(settings);
    this.#logger = logger;
    this.#pageSize = pageSize;
    this.#now = now ?? (() => new Date());
  }

  /** Makes buckets and rules, once; after a failure the next call tries again. */
  prepare(): Promise<void> {
    this.#prepared ??= inPortsWords("", () =>
      prepareBuckets({
        client: this.#client,
        settings: this.#settings,
        logger: this.#logger,
      }),
    ).catch((error: unknown) => {
      this.#prepared = undefined;
      throw error;
    });
    return this.#prepared;
  }

  async createUpload({ key, contentType, size, expiresInS }: UploadRequest): Promise<SignedUpload> {
    assertObjectKey(key);
    const now = this.#now();
    // Browsers state the length by themselves and let no page set it.
    const headers = { "content-type": contentType };
    const signed = { ...headers, "content-length": String(size) };
    const url = presign(
      { method: "PUT", url: this.#urlOf(key), headers: signed, expiresInS, now },
      this.#settings,
    );
    const expiresAt = new Date(now.getTime() + expiresInS * 1_000).toISOString();
    return { method: "PUT", url, headers, expiresAt };
  }

  async put(
    key: string,
    body: Buffer | Readable,
    { contentType }: PutOptions,
  ): Promise<ObjectStat> {
    const { bucket, name } = this.#locate(key);
    const headers = {
      "Content-Type": contentType,
      "Cache-Control": cacheControl(isPublicKey(key)),
      "Content-Disposition": dispositionOf(contentType),
    };
    const upload = (source: Buffer | Readable, size: number) =>
      inPortsWords(key, () => this.#client.putObject(bucket, name, source, size, headers));
    // A stream is taken in whole before the server hears of it: should it break off, nothing is.
    if (Buffer.isBuffer(body)) await upload(body, body.length);
    else await spooled(body, upload);
    const stored = await this.stat(key);
    if (!stored) throw new Error(`object "${key}" vanished while it was written`);
    return stored;
  }

  async get(key: string): Promise<Buffer> {
    const { bucket, name } = this.#locate(key);
    return inPortsWords(key, async () => buffer(await this.#client.getObject(bucket, name)));
  }

  async getStream(key: string): Promise<Readable> {
    const { bucket, name } = this.#locate(key);
    return inPortsWords(key, () => this.#client.getObject(bucket, name));
  }

  async stat(key: string): Promise<ObjectStat | null> {
    const { bucket, name } = this.#locate(key);
    try {
      const found = await inPortsWords(key, () => this.#client.statObject(bucket, name));
      const contentType = String(found.metaData["content-type"] ?? impliedContentType(key));
      return { key, size: found.size, contentType, modifiedAt: found.lastModified };
    } catch (error) {
      if (error instanceof ObjectNotFoundError) return null;
      throw error;
    }
  }

  async remove(keys: readonly string[]): Promise<void> {
    const byBucket = new Map<string, string[]>();
    for (const key of keys) {
      const { bucket, name } = this.#locate(key);
      byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), name]);
    }
    for (const [bucket, names] of byBucket) {
      const refused = await inPortsWords(names[0] ?? "", () =>
        this.#client.removeObjects(bucket, names),
      );
      const [first] = refused.flatMap((answer) => (answer?.Error ? [answer.Error] : []));
      if (first) throw new Error(`the object storage did not remove: ${first.Code}`);
    }
  }

  async *list(prefix: string, { after }: ListOptions = {}): AsyncIterable<ListedObject> {
    if (prefix.split("/").some((part) => part.startsWith("."))) throw new InvalidObjectKeyError();
    for (const kind of ["private/", "public/"]) {
      const wanted = prefix.startsWith(kind) || kind.startsWith(prefix);
      if (wanted && !(after && after.slice(0, kind.length) > kind)) {
        yield* this.#listKind(kind, prefix.slice(kind.length), after);
      }
    }
  }

  publicUrl(key: string): string {
    assertObjectKey(key);
    if (!isPublicKey(key)) throw new InvalidObjectKeyError();
    return this.#urlOf(key).href;
  }

  async signedUrl(key: string, ttlS: number): Promise<string> {
    assertObjectKey(key);
    const request = { method: "GET", url: this.#urlOf(key), expiresInS: ttlS } as const;
    return presign({ ...request, now: this.#now() }, this.#settings);
  }

  async check(): Promise<void> {
    await this.prepare();
    for (const bucket of [publicBucket(this.#settings), privateBucket(this.#settings)]) {
      const exists = await inPortsWords("", () => this.#client.bucketExists(bucket));
      if (exists) continue;
      this.#prepared = undefined;
      throw new Error(`the bucket ${bucket} is gone`);
    }
  }

  async *#listKind(
    kind: string,
    prefix: string,
    after: string | undefined,
  ): AsyncIterable<ListedObject> {
    const { bucket } = locationOf(this.#settings, kind);
    let last = after?.startsWith(kind) ? after.slice(kind.length) : "";
    for (;;) {
      const page = await inPortsWords(prefix, () =>
        this.#client.listObjectsV2Query(bucket, prefix, "", "", this.#pageSize, last),
      );
      for (const { name, size, lastModified } of page.objects) {
        if (name === undefined || lastModified === undefined) continue;
        last = name;
        const key = `${kind}${name}`;
        if (isObjectKey(key)) yield { key, size, modifiedAt: lastModified };
      }
      if (!page.isTruncated || page.objects.length === 0) return;
    }
  }

  #locate(key: string): S3Location {
    assertObjectKey(key);
    return locationOf(this.#settings, key);
  }

  #urlOf(key: string): URL {
    const { bucket, name } = locationOf(this.#settings, key);
    return new URL(`/${bucket}/${name}`, this.#settings.publicUrl);
  }
}
