import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
/** Prefix of everything sealed; a new key derivation is a new version beside the old ones. */
const VERSION = "v1";
const IV_BYTES = 12;

/** Encrypts small secrets for storage. */
export interface SecretBox {
  /** @returns `v1.<iv>.<tag>.<ciphertext>`, base64url */
  seal(plain: string): string;
  /** @throws Error when the text was altered, or sealed for another purpose or secret */
  open(sealed: string): string;
}

/** A key of its own for each purpose, derived from the installation's secret. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "kontak", purpose, 32));
}

/** AES-256-GCM under a key derived for `purpose`, so that no box opens another one's secrets. */
export function createSecretBox(secret: string, purpose: string): SecretBox {
  const key = deriveKey(secret, `secret-box:${VERSION}:${purpose}`);
  const aad = Buffer.from(`${VERSION}:${purpose}`);
  return {
    seal(plain) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(aad);
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return [VERSION, ...[iv, cipher.getAuthTag(), body].map((b) => b.toString("base64url"))].join(
        ".",
      );
    },
    open(sealed) {
      const [version, iv, tag, body] = sealed.split(".");
      if (version !== VERSION || !iv || !tag || body === undefined) {
        throw new Error("sealed with an unknown key version");
      }
      const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, "base64url"), {
        authTagLength: 16,
      }).setAAD(aad);
      decipher.setAuthTag(Buffer.from(tag, "base64url"));
      const plain = [decipher.update(Buffer.from(body, "base64url")), decipher.final()];
      return Buffer.concat(plain).toString("utf8");
    },
  };
}
