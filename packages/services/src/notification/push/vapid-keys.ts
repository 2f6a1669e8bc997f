import type { VapidKeys } from "@oto/adapters";
import { newVapidKeys } from "@oto/adapters";
import type { Tx } from "@oto/db";
import { newId } from "@oto/db";
import type { Platform } from "../../context";
import { vaultOf } from "../../crypto";

type KeyOwner = Pick<Platform, "database" | "env">;

const REASON = "the key pair towards push services is the platform's";
const known = new WeakMap<Platform["database"], Promise<VapidKeys>>();

const placeOf = (kid: string) => ({ table: "push_key", column: "private_cipher", row: kid });

const readNewest = (tx: Tx) =>
  tx.pushKey.findFirst({
    orderBy: { createdAt: "desc" },
    select: { kid: true, publicKey: true, privateCipher: true },
  });

async function loadKeys({ database, env }: KeyOwner): Promise<VapidKeys> {
  const db = database.unsafeSystem(REASON);
  const vault = vaultOf({ env });
  const stored = await db.read(readNewest);
  const row =
    stored ??
    (await db.write(async (tx) => {
      // Made by the first process that needs it, and by no other.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('push-key', 0))`;
      const made = await readNewest(tx);
      if (made) return made;
      const kid = newId();
      const { privateKey, publicKey } = newVapidKeys();
      const privateCipher = vault.seal(privateKey, placeOf(kid));
      const data = { kid, publicKey, privateCipher };
      await tx.pushKey.create({ data, select: { kid: true } });
      return data;
    }));
  const privateKey = vault.open(row.privateCipher, placeOf(row.kid));
  return { publicKey: row.publicKey, privateKey };
}

/**
 * The platform's key pair towards push services, made at first use; the private half is sealed in the
 * database. Browsers subscribe to the public half: a new pair would end every subscription.
 */
export function vapidKeys(owner: KeyOwner): Promise<VapidKeys> {
  const loading = known.get(owner.database) ?? loadKeys(owner);
  known.set(owner.database, loading);
  loading.catch(() => known.delete(owner.database));
  return loading;
}
