import { newId } from "@oto/db";
import type { DealerContext, Platform } from "../context";

const REASON = "tests and measurements set the scene for all galleries";
const DAY_MS = 86_400_000;

/** More people with a session, spread over the galleries of these; written at once, since they are many. */
export async function createColleagues(
  platform: Platform,
  owners: readonly DealerContext[],
  count: number,
): Promise<DealerContext[]> {
  const hired = Array.from({ length: count }, (_, index): DealerContext => {
    const owner = owners[index % owners.length];
    if (!owner) throw new Error("a person works somewhere");
    const who = { userId: newId(), sessionId: newId() };
    const gallery = { ...owner.gallery, role: "SALES" as const };
    return { ...owner, gallery, identity: { ...owner.identity, ...who, gallery } };
  });
  const expiresAt = new Date(Date.now() + DAY_MS);
  await platform.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.user.createMany({
      data: hired.map(({ identity }) => ({
        id: identity.userId,
        email: `${identity.userId}@test.example`,
        firstName: "Deniz",
        lastName: "Yılmaz",
        // Nobody signs in with it.
        passwordHash: "none",
      })),
    });
    await tx.membership.createMany({
      data: hired.map(({ gallery, identity }) => ({
        id: newId(),
        userId: identity.userId,
        galleryId: gallery.id,
        role: gallery.role,
      })),
    });
    await tx.session.createMany({
      data: hired.map(({ gallery, identity }) => ({
        id: identity.sessionId,
        userId: identity.userId,
        galleryId: gallery.id,
        expiresAt,
      })),
    });
  });
  return hired;
}
