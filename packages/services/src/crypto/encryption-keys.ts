import { z } from "zod";

/** A key-encryption key and its name, which travels with everything that it wraps. */
export interface EncryptionKey {
  readonly version: string;
  readonly key: Buffer;
}

const KEY_BYTES = 32;

function parseKey(text: string): EncryptionKey | string {
  const [version = "", encoded = ""] = text.split(/:(.*)/s);
  if (!/^v\d{1,6}$/.test(version)) return "every key is named v1, v2, …: v2:<base64>,v1:<base64>";
  const key = Buffer.from(encoded, "base64");
  // The value is a secret: a complaint may name the version, never the key.
  return key.length === KEY_BYTES ? { version, key } : `${version} is not 32 bytes in base64`;
}

/**
 * `OTO_ENCRYPTION_KEYS`: `v2:<base64 of 32 bytes>,v1:…`, the one that seals first. Older ones open
 * what they sealed until `secrets:reencrypt` has passed. Empty: derived from `OTO_SECRET`.
 */
export const encryptionKeysField = z
  .string()
  .default("")
  .transform((text, ctx): EncryptionKey[] => {
    const parts = text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
    const keys = parts.map(parseKey);
    for (const problem of keys) if (typeof problem === "string") ctx.addIssue(problem);
    const good = keys.filter((key) => typeof key !== "string");
    if (new Set(good.map(({ version }) => version)).size < good.length) {
      ctx.addIssue("two keys have one version");
    }
    return good;
  });
