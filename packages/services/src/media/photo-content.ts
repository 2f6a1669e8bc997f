import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import type { PhotoFailure } from "./media.view";
import { MAX_MEGAPIXELS } from "./media-limits";

/** The file itself is the trouble: no retry can mend it, another photo can. */
export class PhotoRefusedError extends Error {
  readonly reason: PhotoFailure;

  constructor(reason: PhotoFailure, cause?: unknown) {
    super(reason, { cause });
    this.name = "PhotoRefusedError";
    this.reason = reason;
  }
}

/** What the worker decodes, by content; the name and the stated type of a file count for nothing. */
const DECODABLE: ReadonlySet<string> = new Set([
  "image/jpeg",
  "image/png",
  "image/apng",
  "image/webp",
  "image/avif",
  "image/gif",
]);

/** Runs what can only fail because of the file. */
export async function blamingTheFile<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PhotoRefusedError) throw error;
    throw new PhotoRefusedError("media.unreadable", error);
  }
}

/**
 * Checks what a file really is before anything is decoded: type by content, then the pixels its
 * header claims.
 *
 * @throws PhotoRefusedError
 */
export async function assertPhoto(file: Buffer): Promise<void> {
  const type = await fileTypeFromBuffer(file).catch(() => undefined);
  if (!type || !DECODABLE.has(type.mime)) throw new PhotoRefusedError("media.mismatched_type");
  const { width, height } = await blamingTheFile(() =>
    sharp(file, { limitInputPixels: false }).metadata(),
  );
  if (!width || !height) throw new PhotoRefusedError("media.unreadable");
  if (width * height > MAX_MEGAPIXELS * 1_000_000) {
    throw new PhotoRefusedError("media.too_many_pixels");
  }
}
