import { CHAT_FILE_TYPES, MAX_CHAT_FILE_BYTES } from "@oto/domain";

export const FILE_ACCEPT = Object.keys(CHAT_FILE_TYPES).join(",");
export const MAX_FILE_MB = MAX_CHAT_FILE_BYTES / 1024 / 1024;

export type FileProblem = "wrongType" | "tooLarge";

/** Why a file need not travel at all; null when it may. The API checks again. */
export function fileProblem(file: { type: string; size: number }): FileProblem | null {
  if (!Object.hasOwn(CHAT_FILE_TYPES, file.type)) return "wrongType";
  return file.size > MAX_CHAT_FILE_BYTES ? "tooLarge" : null;
}
