import { z } from "zod";
import type { PictureFile } from "./marketplace.views";

const pictureFiles = z.array(
  z.object({ format: z.string(), width: z.number(), height: z.number(), url: z.string() }),
);

/** The files of a photo from its JSON column; none when it is not ready. */
export function readPictureFiles(variants: unknown): PictureFile[] {
  const parsed = pictureFiles.safeParse(variants);
  return parsed.success ? parsed.data : [];
}
