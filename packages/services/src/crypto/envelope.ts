import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { EncryptionKey } from "./encryption-keys";

const CIPHER = "aes-256-gcm";
const PREFIX = "env1";
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Where a sealed value stands. It opens there only: copied into another row it is worthless. */
export interface Place {
  readonly table: string;
  readonly column: string;
  /** Id of the row. */
  readonly row: string;
}

/** The value cannot be opened: altered, moved to another place, or its key is not here. */
export class UnsealError extends Error {
  override name = "UnsealError";
}

const bound = ({ table, column, row }: Place, what: string) =>
  Buffer.from(JSON.stringify([PREFIX, what, table, column, row]));

function encrypt(key: Buffer, plain: Buffer, aad: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(aad);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, box: Buffer, aad: Buffer): Buffer {
  const decipher = createDecipheriv(CIPHER, key, box.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  }).setAAD(aad);
  decipher.setAuthTag(box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(box.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

interface Envelope {
  version: string;
  wrapped: Buffer;
  body: Buffer;
}

function parse(sealed: string): Envelope {
  const [prefix, version, wrapped, body, ...more] = sealed.split(".");
  if (prefix !== PREFIX || !version || !wrapped || !body || more.length > 0) {
    throw new UnsealError("not a sealed value");
  }
  const bytes = (text: string) => Buffer.from(text, "base64url");
  return { version, wrapped: bytes(wrapped), body: bytes(body) };
}

const write = ({ version, wrapped, body }: Envelope) =>
  [PREFIX, version, wrapped.toString("base64url"), body.toString("base64url")].join(".");

function dataKeyOf(envelope: Envelope, keys: readonly EncryptionKey[], place: Place): Buffer {
  const known = keys.find(({ version }) => version === envelope.version);
  if (!known) throw new UnsealError(`sealed under key ${envelope.version}, which is not here`);
  return decrypt(known.key, envelope.wrapped, bound(place, "key"));
}

/** Whether a stored text is an envelope at all, and under which key. */
export function versionOf(sealed: string): string | null {
  return sealed.startsWith(`${PREFIX}.`) ? parse(sealed).version : null;
}

/**
 * Seals a text under a key of its own, which is itself sealed under the key-encryption key.
 * @returns `env1.<version>.<wrapped key>.<body>`, base64url
 */
export function sealEnvelope(plain: string, key: EncryptionKey, place: Place): string {
  const dataKey = randomBytes(KEY_BYTES);
  const wrapped = encrypt(key.key, dataKey, bound(place, "key"));
  const body = encrypt(dataKey, Buffer.from(plain, "utf8"), bound(place, "body"));
  return write({ version: key.version, wrapped, body });
}

/** @throws UnsealError */
export function openEnvelope(sealed: string, keys: readonly EncryptionKey[], place: Place): string {
  const envelope = parse(sealed);
  try {
    const dataKey = dataKeyOf(envelope, keys, place);
    return decrypt(dataKey, envelope.body, bound(place, "body")).toString("utf8");
  } catch (error) {
    if (error instanceof UnsealError) throw error;
    // What OpenSSL says about it helps nobody, and the value must not be in an error.
    throw new UnsealError(`altered, or from another place than ${place.table}.${place.column}`);
  }
}
