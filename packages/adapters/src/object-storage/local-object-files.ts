import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  access,
  constants,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import type { ByteRange } from "./byte-range";
import { assertObjectKey, impliedContentType } from "./object-key";
import type { ObjectStat } from "./object-storage.port";
import { ObjectNotFoundError, StorageUnavailableError } from "./object-storage.port";

/** The stream ended early, ran over, or broke off; nothing was stored. */
export class SizeMismatchError extends Error {
  readonly kind: "larger" | "smaller";

  constructor(kind: "larger" | "smaller") {
    super(`the body is ${kind} than agreed`);
    this.name = "SizeMismatchError";
    this.kind = kind;
  }
}

export interface WriteRequest {
  readonly key: string;
  readonly contentType: string;
  /** Exact bytes, when agreed. */
  readonly size?: number;
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : "";

const isMissing = (error: unknown) => ["ENOENT", "ENOTDIR", "EISDIR"].includes(codeOf(error));

/** The disk, the quota or a file-size limit is used up. */
const isFull = (error: unknown) => ["ENOSPC", "EDQUOT", "EFBIG"].includes(codeOf(error));

/**
 * Files of the local storage: `objects/<key>`, `types/<key>` where the ending does not tell the
 * content type, and `tmp/` for what is being written.
 */
export class LocalObjectFiles {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  pathOf(key: string): string {
    assertObjectKey(key);
    return join(this.root, "objects", key);
  }

  /**
   * Streams to a temporary file, syncs it and renames: a crash leaves the old state or the new.
   *
   * @throws StorageUnavailableError when there is no room; nothing of the object is left then
   */
  async write(request: WriteRequest, body: Buffer | Readable): Promise<void> {
    const target = this.pathOf(request.key);
    const temporary = join(this.root, "tmp", randomUUID());
    try {
      await mkdir(dirname(temporary), { recursive: true });
      await this.#writeTemporary(temporary, body, request.size);
      await this.#rememberType(request);
      await this.#moveTo(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw isFull(error) ? new StorageUnavailableError("full", error) : error;
    }
  }

  async read(key: string): Promise<Buffer> {
    try {
      return await readFile(this.pathOf(key));
    } catch (error) {
      throw isMissing(error) ? new ObjectNotFoundError(key) : error;
    }
  }

  /** @param range the part to read; left out, all of it */
  async openRead(key: string, range?: ByteRange): Promise<Readable> {
    const path = this.pathOf(key);
    if (!(await this.stat(key))) throw new ObjectNotFoundError(key);
    return createReadStream(path, range);
  }

  async stat(key: string): Promise<ObjectStat | null> {
    try {
      const file = await stat(this.pathOf(key));
      if (!file.isFile()) return null;
      const contentType = await this.#typeOf(key);
      return { key, size: file.size, contentType, modifiedAt: file.mtime };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    const path = this.pathOf(key);
    await rm(path, { force: true });
    await rm(this.#typePath(key), { force: true });
    // Empty folders go too; rmdir refuses the others.
    for (
      let folder = dirname(path);
      folder.length > this.root.length + 8;
      folder = dirname(folder)
    ) {
      try {
        await rmdir(folder);
      } catch {
        break;
      }
    }
  }

  /** Creates the folders and proves that they can be written. */
  async check(): Promise<void> {
    for (const folder of ["objects", "tmp"]) {
      await mkdir(join(this.root, folder), { recursive: true });
      await access(join(this.root, folder), constants.W_OK);
    }
  }

  async #writeTemporary(path: string, body: Buffer | Readable, size?: number): Promise<void> {
    const file = await open(path, "wx", 0o640);
    try {
      let written = 0;
      const chunks = Buffer.isBuffer(body) ? [body] : (body as AsyncIterable<Buffer>);
      for await (const chunk of chunks) {
        written += chunk.byteLength;
        if (size !== undefined && written > size) throw new SizeMismatchError("larger");
        // `write` may take a part only, as on a disk that gets full; this takes all or fails.
        await file.writeFile(chunk);
      }
      if (size !== undefined && written < size) throw new SizeMismatchError("smaller");
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #moveTo(temporary: string, target: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await mkdir(dirname(target), { recursive: true });
      try {
        await rename(temporary, target);
        break;
      } catch (error) {
        // A removal may have taken the empty folder away in between.
        if (attempt === 3 || !isMissing(error)) throw error;
      }
    }
    const folder = await open(dirname(target), "r").catch(() => undefined);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  }

  #typePath(key: string): string {
    return join(this.root, "types", key);
  }

  async #rememberType({ key, contentType }: WriteRequest): Promise<void> {
    const path = this.#typePath(key);
    if (contentType === impliedContentType(key)) {
      await rm(path, { force: true });
      return;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contentType);
  }

  async #typeOf(key: string): Promise<string> {
    try {
      return await readFile(this.#typePath(key), "utf8");
    } catch (error) {
      if (isMissing(error)) return impliedContentType(key);
      throw error;
    }
  }
}
