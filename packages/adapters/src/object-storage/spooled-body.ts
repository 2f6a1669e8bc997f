import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Takes a stream in whole, through a file, and hands it on with its size.
 *
 * @throws what broke the stream; then `use` was not called
 */
export async function spooled<T>(
  body: Readable,
  use: (body: Readable, size: number) => Promise<T>,
): Promise<T> {
  const file = join(tmpdir(), `kontak-upload-${randomUUID()}`);
  try {
    await pipeline(body, createWriteStream(file, { flags: "wx", mode: 0o600 }));
    const { size } = await stat(file);
    return await use(createReadStream(file), size);
  } finally {
    await rm(file, { force: true });
  }
}
