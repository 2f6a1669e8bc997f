import { newId } from "@oto/db";
import type { GalleryRole, GalleryStatus, PlatformRole } from "@oto/domain";
import { hashPassword } from "../auth/password-hash";
import type {
  DealerContext,
  Identity,
  Origin,
  Platform,
  PublicContext,
  SessionContext,
  StaffContext,
} from "../context";
import { createGallery } from "./gallery.factory";
import { testOrigin } from "./platform";

const REASON = "tests set the scene for several galleries";

/** Password of every person that the factories make. */
export const TEST_PASSWORD = "Test-parolasi-2026";

let serial = 0;

/** A mobile number that nobody else in this process has. */
export function newPhone(): string {
  serial += 1;
  return `+9053${String((process.pid * 1_009 + serial) % 100_000_000).padStart(8, "0")}`;
}

export interface TestUser {
  id: string;
  email: string;
  phone: string;
}

/** A person who can sign in with `TEST_PASSWORD`. */
export async function createUser(
  platform: Platform,
  options: {
    platformRole?: PlatformRole;
    member?: { galleryId: string; role: GalleryRole };
    locale?: "tr" | "en";
  } = {},
): Promise<TestUser> {
  const id = newId();
  const phone = newPhone();
  const email = `${id}@test.example`;
  const passwordHash = await hashPassword(TEST_PASSWORD, platform.env.OTO_BCRYPT_COST);
  const { platformRole = null, member, locale = "tr" } = options;
  await platform.database.unsafeSystem(REASON).write((tx) =>
    tx.user.create({
      data: {
        id,
        phone,
        email,
        firstName: "Deniz",
        lastName: "Yılmaz",
        passwordHash,
        platformRole,
        locale,
        ...(member ? { memberships: { create: { id: newId(), ...member } } } : {}),
      },
      select: { id: true },
    }),
  );
  return { id, email, phone };
}

/** A request of somebody unknown. */
export const createPublicContext = (
  platform: Platform,
  origin: Partial<Origin> = {},
): PublicContext => ({ ...platform, origin: testOrigin(origin), identity: null });

async function createSession(
  platform: Platform,
  who: { userId: string; galleryId: string | null },
): Promise<string> {
  const id = newId();
  const now = platform.now();
  await platform.database.unsafeSystem(REASON).write((tx) =>
    tx.session.create({
      data: {
        id,
        ...who,
        createdAt: now,
        lastUsedAt: now,
        expiresAt: new Date(now.getTime() + 86_400_000),
      },
      select: { id: true },
    }),
  );
  return id;
}

function sessionContext(platform: Platform, identity: Identity): SessionContext {
  return { ...platform, origin: testOrigin(), identity };
}

/**
 * A signed-in member of a gallery: of the given one, or of a new one in the given state. OWNER of
 * an approved gallery unless said.
 */
export async function createDealerContext(
  platform: Platform,
  options: {
    gallery?: { id: string; status: GalleryStatus };
    status?: GalleryStatus;
    role?: GalleryRole;
  } = {},
): Promise<DealerContext> {
  const { role = "OWNER", status = "APPROVED" } = options;
  const { id, status: state } = options.gallery ?? (await createGallery(platform, { status }));
  const user = await createUser(platform, { member: { galleryId: id, role } });
  const gallery = { id, role, status: state };
  const identity: Identity = {
    userId: user.id,
    sessionId: await createSession(platform, { userId: user.id, galleryId: id }),
    platformRole: null,
    gallery,
  };
  return {
    ...sessionContext(platform, identity),
    gallery,
    db: platform.database.forGallery(id),
  };
}

/** Somebody of the platform's own staff; a superadmin unless said. */
export async function createStaffContext(
  platform: Platform,
  staffRole: PlatformRole = "SUPERADMIN",
): Promise<StaffContext> {
  const user = await createUser(platform, { platformRole: staffRole });
  const identity: Identity = {
    userId: user.id,
    sessionId: await createSession(platform, { userId: user.id, galleryId: null }),
    platformRole: staffRole,
    gallery: null,
  };
  return { ...sessionContext(platform, identity), staffRole };
}
