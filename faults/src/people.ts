import { newId } from "@oto/db";
import type { OpenPlatform } from "@oto/services";
import { login } from "@oto/services/auth";
import {
  createGallery,
  createPublicContext,
  createUser,
  createVehicle,
  TEST_PASSWORD,
} from "@oto/services/testing";

export interface Trader {
  galleryId: string;
  userId: string;
  email: string;
  vehicleIds: string[];
}

const REASON = "the fault suite sets the scene for all galleries";

/** Photos and papers are not what breaks here: of the publish gate, the price alone is asked for. */
export async function easePublishGate(platform: OpenPlatform): Promise<void> {
  await platform.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.publishRule.createMany({
      data: [{ id: newId(), rule: "price", validFrom: new Date("2024-08-27"), severity: "BLOCK" }],
    });
  });
}

/** Galleries of one member each, with published vehicles. */
export async function createTraders(
  platform: OpenPlatform,
  { galleries, vehicles }: { galleries: number; vehicles: number },
): Promise<Trader[]> {
  const traders: Trader[] = [];
  for (let i = 0; i < galleries; i += 1) {
    const gallery = await createGallery(platform);
    const user = await createUser(platform, { member: { galleryId: gallery.id, role: "OWNER" } });
    const vehicleIds: string[] = [];
    for (let j = 0; j < vehicles; j += 1) {
      const { vehicleId } = await createVehicle(platform, gallery.id);
      vehicleIds.push(vehicleId);
    }
    traders.push({ galleryId: gallery.id, userId: user.id, email: user.email, vehicleIds });
  }
  return traders;
}

/** An access token of the trader, good for ten minutes. */
export async function tokenOf(platform: OpenPlatform, trader: Trader): Promise<string> {
  const { accessToken } = await login(createPublicContext(platform), {
    identifier: trader.email,
    password: TEST_PASSWORD,
  });
  return accessToken;
}
