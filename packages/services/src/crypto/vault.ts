import { createHmac } from "node:crypto";
import type { Platform } from "../context";
import type { EncryptionKey } from "./encryption-keys";
import type { Place } from "./envelope";
import { openEnvelope, sealEnvelope, versionOf } from "./envelope";
import { createSecretBox, deriveKey } from "./secret-box";

/** Seals what is stored for long and must not be readable in a stolen database. */
export interface Vault {
  /** Name of the key that seals now. */
  readonly version: string;
  seal(plain: string, place: Place): string;
  /** @throws UnsealError when altered, moved, or sealed under a key that is not here */
  open(sealed: string, place: Place): string;
  /** Whether the value is sealed under the key that seals now. */
  isCurrent(sealed: string): boolean;
  /** The same text gives the same index: for uniqueness and look-ups of what is sealed. */
  blindIndex(text: string, purpose: string): string;
}

/** Name of the key that comes from `OTO_SECRET`; never the name of a given one. */
const DERIVED = "d1";

/** Columns that were sealed in plain boxes before there were envelopes, with their purposes. */
const BOXED: Readonly<Record<string, string>> = {
  "app_user.totp_cipher": "totp-seed",
  "signing_key.private_cipher": "signing-key",
};

function createVault(env: Pick<Platform["env"], "OTO_SECRET" | "OTO_ENCRYPTION_KEYS">): Vault {
  const derived = { version: DERIVED, key: deriveKey(env.OTO_SECRET, "encryption:d1") };
  const keys: readonly EncryptionKey[] = [...env.OTO_ENCRYPTION_KEYS, derived];
  const current = keys[0] ?? derived;
  return {
    version: current.version,
    seal: (plain, place) => sealEnvelope(plain, current, place),
    open(sealed, place) {
      const purpose = BOXED[`${place.table}.${place.column}`];
      return purpose && sealed.startsWith("v1.")
        ? createSecretBox(env.OTO_SECRET, purpose).open(sealed)
        : openEnvelope(sealed, keys, place);
    },
    isCurrent: (sealed) => versionOf(sealed) === current.version,
    blindIndex(text, purpose) {
      const key = deriveKey(env.OTO_SECRET, `blind-index:${purpose}`);
      return createHmac("sha256", key).update(text).digest("base64url");
    },
  };
}

const vaults = new WeakMap<object, Vault>();

/** The vault of an installation. */
export function vaultOf({ env }: Pick<Platform, "env">): Vault {
  const known = vaults.get(env) ?? createVault(env);
  vaults.set(env, known);
  return known;
}
