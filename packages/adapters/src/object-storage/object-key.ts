import { InvalidObjectKeyError } from "./object-storage.port";

const KEY = /^(?:public|private)(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;
const LONGEST = 512;

export const isObjectKey = (key: string): boolean => key.length <= LONGEST && KEY.test(key);

/** Segments never start with a dot, so no key can climb out of its folder or name a hidden file. */
export function assertObjectKey(key: string): void {
  if (!isObjectKey(key)) throw new InvalidObjectKeyError();
}

export function isPublicKey(key: string): boolean {
  return key.startsWith("public/");
}

/** Content types that a key's ending implies; others are remembered beside the object. */
const TYPE_OF_ENDING: Readonly<Record<string, string>> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  heic: "image/heic",
  mp4: "video/mp4",
  pdf: "application/pdf",
  json: "application/json",
  csv: "text/csv",
  zip: "application/zip",
};

export function impliedContentType(key: string): string {
  const ending = /\.([a-z0-9]+)$/.exec(key)?.[1] ?? "";
  return TYPE_OF_ENDING[ending] ?? "application/octet-stream";
}
