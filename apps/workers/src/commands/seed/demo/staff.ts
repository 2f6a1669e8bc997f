import { newId } from "@oto/db";
import type { GalleryRole } from "@oto/domain";
import { CONSENT_VERSION } from "@oto/domain";
import type { Platform } from "@oto/services";
import { hashPassword } from "@oto/services/auth";
import type { DemoDealer } from "./contexts";
import { DEMO_PASSWORD } from "./galleries";

const REASON = "demo members are made before anybody signs in";

/** Who works for the galleries of the demo sign-ins, beside their owners. */
const TEAM = [
  { mail: "mudur", role: "MANAGER", name: ["Selin", "Aksoy"] },
  { mail: "satis", role: "SALES", name: ["Emre", "Tunç"] },
  { mail: "satis2", role: "SALES", name: ["Buse", "Karaca"] },
] as const satisfies readonly {
  mail: string;
  role: GalleryRole;
  name: readonly [string, string];
}[];

/**
 * Gives the first two galleries a team.
 * @returns for each gallery the people who act for it, its owner first
 */
export async function createTeams(
  platform: Platform,
  dealers: readonly DemoDealer[],
): Promise<Map<string, readonly string[]>> {
  const passwordHash = await hashPassword(DEMO_PASSWORD, platform.env.OTO_BCRYPT_COST);
  const teams = new Map(dealers.map((dealer) => [dealer.galleryId, [dealer.userId]]));
  for (const [index, dealer] of dealers.slice(0, 2).entries()) {
    const members = TEAM.map(({ mail, role, name }, nr) => ({
      id: newId(),
      email: `demo${index + 1}-${mail}@kontak.test`,
      phone: `+90533${String(5_550_000 + index * 10 + nr)}`,
      role,
      name,
    }));
    await platform.database.unsafeSystem(REASON).write(async (tx) => {
      for (const { id, email, phone, role, name } of members) {
        await tx.user.create({
          data: {
            id,
            phone,
            email,
            firstName: name[0],
            lastName: name[1],
            passwordHash,
            emailVerifiedAt: platform.now(),
            memberships: { create: { id: newId(), galleryId: dealer.galleryId, role } },
            consents: {
              create: ["terms", "kvkk"].map((kind) => ({
                id: newId(),
                kind,
                version: CONSENT_VERSION,
                granted: true,
              })),
            },
          },
          select: { id: true },
        });
      }
    });
    teams.set(dealer.galleryId, [dealer.userId, ...members.map(({ id }) => id)]);
  }
  return teams;
}
