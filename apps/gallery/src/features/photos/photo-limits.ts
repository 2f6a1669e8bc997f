/** What the API takes; it checks again. */
export const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif"] as const;
export const PHOTO_ACCEPT = PHOTO_TYPES.join(",");
export const PHOTO_MAX_MB = 25;

export type PhotoProblem = "wrongType" | "tooLarge";

/** Why a file need not travel at all; null when it may. */
export function photoProblem(file: { type: string; size: number }): PhotoProblem | null {
  if (!PHOTO_TYPES.some((type) => type === file.type)) return "wrongType";
  return file.size > PHOTO_MAX_MB * 1024 * 1024 ? "tooLarge" : null;
}
