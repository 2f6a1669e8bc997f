import type { Platform } from "@oto/services";
import { accessTokenKeys, rotateSigningKeys } from "@oto/services/auth";
import { logKeyStates, rotateLogKey } from "@oto/services/deal-log";

/** What is signed with keys of its own. */
export const KEY_RINGS = ["access-token", "deal-log"] as const;
export type KeyRing = (typeof KEY_RINGS)[number];

/** A key, and whether it signs or only proves what it signed. */
interface KeyState {
  kid: string;
  made: Date;
  signs: boolean;
}

async function rotateTokenKeys(platform: Platform): Promise<KeyState[]> {
  await accessTokenKeys(platform);
  await rotateSigningKeys(platform, { force: true });
  const { rows } = await platform.database.pool.query<{ kid: string; made: Date }>(
    "select kid, created_at as made from signing_key where retired_at is null order by created_at desc",
  );
  return rows.map((row, index) => ({ ...row, signs: index === 0 }));
}

/** Gives a ring a new key at once; every key that still counts, the newest first. */
export async function rotateKeys(platform: Platform, ring: KeyRing): Promise<KeyState[]> {
  if (ring === "access-token") return rotateTokenKeys(platform);
  await rotateLogKey(platform);
  return logKeyStates(platform);
}
