import type { Prisma, Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { CryptoKey, JWK } from "jose";
import { exportJWK, generateKeyPair, importJWK } from "jose";
import type { Platform } from "../context";
import { vaultOf } from "../crypto";

const REASON = "signing keys are the platform's";
const ALGORITHM = "EdDSA";
const FRESH_MS = 60_000;
/** An unknown key id makes the ring look again, but not more often than this. */
const RELOAD_MS = 2_000;
/** A key signs this long; then a new one takes over. */
const ROTATE_MS = 30 * 24 * 3_600_000;
/** A superseded key still verifies until every token it signed has surely ended. */
const OVERLAP_MS = 24 * 3_600_000;

export interface KeyRing {
  readonly loadedAt: number;
  readonly signing: { kid: string; key: CryptoKey };
  readonly verifying: ReadonlyMap<string, CryptoKey>;
  readonly published: readonly JWK[];
}

const rings = new WeakMap<object, Promise<KeyRing>>();

const placeOf = (kid: string) => ({ table: "signing_key", column: "private_cipher", row: kid });

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error("a signing key must be asymmetric");
  return key;
}

async function createKey(platform: Platform, tx: Tx): Promise<void> {
  const pair = await generateKeyPair(ALGORITHM, { crv: "Ed25519", extractable: true });
  const kid = newId();
  const publicJwk = { ...(await exportJWK(pair.publicKey)), kid, alg: ALGORITHM, use: "sig" };
  await tx.signingKey.create({
    data: {
      kid,
      publicJwk: publicJwk as Prisma.InputJsonObject,
      privateCipher: vaultOf(platform).seal(
        JSON.stringify(await exportJWK(pair.privateKey)),
        placeOf(kid),
      ),
      createdAt: platform.now(),
    },
    select: { kid: true },
  });
}

const liveKeys = (tx: Tx) =>
  tx.signingKey.findMany({
    where: { retiredAt: null },
    orderBy: { createdAt: "desc" },
    select: { kid: true, publicJwk: true, privateCipher: true, createdAt: true },
  });

/** The keys in force; the first one is made at first use, by one process only. */
async function readKeys(platform: Platform) {
  const db = platform.database.unsafeSystem(REASON);
  const keys = await db.read(liveKeys);
  if (keys.length > 0) return keys;
  return db.write(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('signing-key', 0))`;
    if ((await tx.signingKey.count({ where: { retiredAt: null } })) === 0) {
      await createKey(platform, tx);
    }
    return liveKeys(tx);
  });
}

async function loadRing(platform: Platform): Promise<KeyRing> {
  const keys = await readKeys(platform);
  const newest = keys[0];
  if (!newest) throw new Error("no signing key");
  const published = keys.map(({ publicJwk }) => publicJwk as JWK);
  const verifying = await Promise.all(
    keys.map(async ({ kid, publicJwk }) => [kid, await importKey(publicJwk as JWK)] as const),
  );
  const key = await importKey(
    JSON.parse(vaultOf(platform).open(newest.privateCipher, placeOf(newest.kid))) as JWK,
  );
  return {
    loadedAt: Date.now(),
    signing: { kid: newest.kid, key },
    verifying: new Map(verifying),
    published,
  };
}

function reload(platform: Platform): Promise<KeyRing> {
  const loading = loadRing(platform);
  rings.set(platform.database, loading);
  loading.catch(() => rings.delete(platform.database));
  return loading;
}

/** The keys of this installation, kept for a minute; an unknown `kid` makes it look again. */
export async function keyRing(platform: Platform, kid?: string): Promise<KeyRing> {
  const known = rings.get(platform.database);
  if (!known) return reload(platform);
  const ring = await known;
  const age = Date.now() - ring.loadedAt;
  const unknownKey = kid !== undefined && !ring.verifying.has(kid);
  return age > FRESH_MS || (unknownKey && age > RELOAD_MS) ? reload(platform) : ring;
}

/** Public halves of the keys that tokens may be signed with, as a JSON Web Key Set. */
export async function accessTokenKeys(platform: Platform): Promise<{ keys: JWK[] }> {
  return { keys: [...(await keyRing(platform)).published] };
}

/**
 * Makes a new signing key when the newest is a month old (or `force` says so), and retires those
 * long superseded. A superseded key verifies until all that it signed has ended.
 * @returns keys made or retired
 */
export async function rotateSigningKeys(
  platform: Platform,
  { force = false }: { force?: boolean } = {},
): Promise<number> {
  const now = platform.now().getTime();
  return platform.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('signing-key', 0))`;
    const [newest, ...older] = await liveKeys(tx);
    if (!newest) return 0;
    if (force || now - newest.createdAt.getTime() >= ROTATE_MS) {
      await createKey(platform, tx);
      return 1;
    }
    if (older.length === 0 || now - newest.createdAt.getTime() < OVERLAP_MS) return 0;
    const { count } = await tx.signingKey.updateMany({
      where: { kid: { in: older.map(({ kid }) => kid) } },
      data: { retiredAt: platform.now() },
    });
    return count;
  });
}
