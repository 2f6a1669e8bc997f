import type { KeyObject } from "node:crypto";
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import type { Prisma, Tx } from "@oto/db";
import { afterCommit, newId } from "@oto/db";
import type { Platform } from "../context";
import { vaultOf } from "../crypto";

const REASON = "the keys that sign logs are the platform's, their public halves everybody's";
const FRESH_MS = 60_000;

/** What signs entries now. */
export interface LogSigner {
  readonly kid: string;
  readonly key: KeyObject;
}

/** The public half of a key: proves what it signed, also after it was retired. */
export interface LogPublicKey {
  kty: "OKP";
  crv: "Ed25519";
  x: string;
  kid: string;
  alg: "EdDSA";
  use: "sig";
}

/** One installation has one environment object; databases are made anew for every caller. */
const signers = new WeakMap<object, { signer: LogSigner; readAt: number }>();

const placeOf = (kid: string) => ({ table: "deal_log_key", column: "private_cipher", row: kid });

async function insertKey(platform: Platform, tx: Tx): Promise<LogSigner> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const kid = newId();
  const { x = "" } = publicKey.export({ format: "jwk" });
  const publicJwk: LogPublicKey = { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" };
  const sealed = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  await tx.dealLogKey.createMany({
    data: {
      kid,
      publicJwk: { ...publicJwk } satisfies Prisma.InputJsonObject,
      privateCipher: vaultOf(platform).seal(sealed, placeOf(kid)),
      createdAt: platform.now(),
    },
  });
  return { kid, key: privateKey };
}

const newestKey = (tx: Tx) =>
  tx.dealLogKey.findFirst({
    where: { retiredAt: null },
    orderBy: { createdAt: "desc" },
    select: { kid: true, privateCipher: true },
  });

async function readSigner(platform: Platform, tx: Tx): Promise<LogSigner> {
  const known = await newestKey(tx);
  if (!known) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('deal-log-key', 0))`;
    if (!(await newestKey(tx))) return insertKey(platform, tx);
    return readSigner(platform, tx);
  }
  const { kid, privateCipher } = known;
  const key = createPrivateKey(vaultOf(platform).open(privateCipher, placeOf(kid)));
  return { kid, key };
}

/**
 * The key that signs now, read inside the transaction that needs it: no second connection, and no
 * key that a rolled-back transaction made is remembered.
 */
export async function logSigner(platform: Platform, tx: Tx): Promise<LogSigner> {
  const known = signers.get(platform.env);
  if (known && Date.now() - known.readAt < FRESH_MS) return known.signer;
  const signer = await readSigner(platform, tx);
  afterCommit(tx, async () => {
    signers.set(platform.env, { signer, readAt: Date.now() });
  });
  return signer;
}

/** Gives logs a new signing key; older ones go on proving what they signed. */
export async function rotateLogKey(platform: Platform): Promise<void> {
  await platform.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('deal-log-key', 0))`;
    await tx.dealLogKey.updateMany({
      where: { retiredAt: null },
      data: { retiredAt: platform.now() },
    });
    await insertKey(platform, tx);
  });
  signers.delete(platform.env);
}

/** Every key there ever was, the newest first, and which of them signs. */
export async function logKeyStates(
  platform: Platform,
): Promise<{ kid: string; made: Date; signs: boolean }[]> {
  const rows = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.dealLogKey.findMany({
      orderBy: { createdAt: "desc" },
      select: { kid: true, createdAt: true, retiredAt: true },
    }),
  );
  return rows.map(({ createdAt, kid, retiredAt }) => ({
    kid,
    made: createdAt,
    signs: retiredAt === null,
  }));
}

/** Public halves of every key that ever signed, as a JSON Web Key Set. */
export async function dealLogKeys(
  platform: Platform,
  kids?: readonly string[],
): Promise<{ keys: LogPublicKey[] }> {
  const rows = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.dealLogKey.findMany({
      ...(kids ? { where: { kid: { in: [...kids] } } } : {}),
      orderBy: { createdAt: "asc" },
      select: { publicJwk: true },
    }),
  );
  return { keys: rows.map(({ publicJwk }) => publicJwk as unknown as LogPublicKey) }; // cast: written by insertKey alone
}
