import { randomBytes } from "node:crypto";
import { audit, newId } from "@oto/db";
import { normalizeEmail } from "@oto/domain";
import type { Platform } from "../context";
import { hashPassword } from "./password-hash";

const REASON = "the platform's first account exists before any gallery";
const DEFAULT_EMAIL = "admin@kontak.test";

export interface SuperadminBootstrap {
  email: string;
  created: boolean;
  /** Only when it was made up here: it is shown once and stored nowhere. */
  password: string | null;
}

/**
 * Makes the first superadmin, with the given e-mail and password or those of the environment. Does
 * nothing once there is one, whoever that is.
 */
export async function ensureSuperadmin(
  platform: Platform,
  wanted: { email?: string | undefined; password?: string | undefined } = {},
): Promise<SuperadminBootstrap> {
  const { env } = platform;
  const email = normalizeEmail(wanted.email ?? env.SUPERADMIN_EMAIL ?? DEFAULT_EMAIL);
  const given = wanted.password ?? env.SUPERADMIN_PASSWORD;
  const password = given ?? randomBytes(12).toString("base64url");
  const passwordHash = await hashPassword(password, env.OTO_BCRYPT_COST);
  return platform.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('superadmin', 0))`;
    const existing = await tx.user.findFirst({
      where: { platformRole: "SUPERADMIN" },
      orderBy: { createdAt: "asc" },
      select: { email: true },
    });
    if (existing) return { email: existing.email, created: false, password: null };
    const id = newId();
    await tx.user.create({
      data: {
        id,
        email,
        firstName: "Platform",
        lastName: "Yöneticisi",
        passwordHash,
        platformRole: "SUPERADMIN",
        createdAt: platform.now(),
      },
      select: { id: true },
    });
    await audit(tx, {
      action: "auth.ensureSuperadmin",
      entityType: "user",
      entityId: id,
      galleryId: null,
      actorId: null,
      after: { platformRole: "SUPERADMIN" },
    });
    return { email, created: true, password: given ? null : password };
  });
}
