import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { LocalObjectFiles } from "./local-object-files";
import { keysBelow } from "./local-object-listing";
import { assertObjectKey, isPublicKey } from "./object-key";
import type {
  ListedObject,
  ListOptions,
  ObjectStat,
  ObjectStorage,
  PutOptions,
  SignedUpload,
  UploadRequest,
} from "./object-storage.port";
import { InvalidObjectKeyError } from "./object-storage.port";
import { UrlSigner } from "./url-signer";

export interface LocalObjectStorageOptions {
  /** Folder of the storage; made when missing. */
  readonly folder: string;
  /** Where browsers reach the API that serves `/storage/…`; no trailing slash needed. */
  readonly publicApiUrl: string;
  readonly secret: string;
  readonly now?: () => Date;
}

/** Object storage in a local folder, whose URLs the API serves (`LocalStorageHttp`). */
export class LocalObjectStorage implements ObjectStorage {
  readonly files: LocalObjectFiles;
  readonly signer: UrlSigner;
  readonly now: () => Date;
  readonly #baseUrl: string;

  constructor({ folder, publicApiUrl, secret, now }: LocalObjectStorageOptions) {
    this.files = new LocalObjectFiles(resolve(folder));
    this.signer = new UrlSigner(secret);
    this.now = now ?? (() => new Date());
    this.#baseUrl = `${publicApiUrl.replace(/\/+$/, "")}/storage`;
  }

  async createUpload(request: UploadRequest): Promise<SignedUpload> {
    const { key, contentType, size, expiresInS } = request;
    assertObjectKey(key);
    const expires = Math.ceil(this.now().getTime() / 1_000) + expiresInS;
    const signature = this.signer.sign({ verb: "PUT", key, expires, contentType, size });
    const query = new URLSearchParams({
      type: contentType,
      size: String(size),
      expires: String(expires),
      signature,
    });
    return {
      method: "PUT",
      url: `${this.#baseUrl}/upload/${key}?${query}`,
      headers: { "content-type": contentType },
      expiresAt: new Date(expires * 1_000).toISOString(),
    };
  }

  async put(key: string, body: Buffer | Readable, options: PutOptions): Promise<ObjectStat> {
    await this.files.write({ key, contentType: options.contentType }, body);
    const stored = await this.files.stat(key);
    if (!stored) throw new Error(`object "${key}" vanished while it was written`);
    return stored;
  }

  get(key: string): Promise<Buffer> {
    return this.files.read(key);
  }

  getStream(key: string): Promise<Readable> {
    return this.files.openRead(key);
  }

  async stat(key: string): Promise<ObjectStat | null> {
    return this.files.stat(key);
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.files.remove(key);
  }

  async *list(prefix: string, { after = "" }: ListOptions = {}): AsyncIterable<ListedObject> {
    if (prefix.split("/").some((part) => part.startsWith("."))) throw new InvalidObjectKeyError();
    for await (const key of keysBelow(join(this.files.root, "objects"), { prefix, after })) {
      const found = await this.files.stat(key);
      if (found) yield { key, size: found.size, modifiedAt: found.modifiedAt };
    }
  }

  publicUrl(key: string): string {
    assertObjectKey(key);
    if (!isPublicKey(key)) throw new InvalidObjectKeyError();
    return `${this.#baseUrl}/${key}`;
  }

  async signedUrl(key: string, ttlS: number): Promise<string> {
    assertObjectKey(key);
    const expires = Math.ceil(this.now().getTime() / 1_000) + ttlS;
    const signature = this.signer.sign({ verb: "GET", key, expires });
    const query = new URLSearchParams({ expires: String(expires), signature });
    return `${this.#baseUrl}/signed/${key}?${query}`;
  }

  /** Whether a signature opens a private object now. */
  verifySignedGet(key: string, query: URLSearchParams): boolean {
    const expires = Number(query.get("expires") ?? Number.NaN);
    const signature = query.get("signature") ?? "";
    return this.signer.verify({ verb: "GET", key, expires }, signature, this.now());
  }

  check(): Promise<void> {
    return this.files.check();
  }
}
