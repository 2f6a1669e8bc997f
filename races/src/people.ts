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

/** One client: a member of a gallery with a token of their own. */
export interface Person {
  galleryId: string;
  email: string;
  token: string;
}

export interface Scene {
  /** Several people of each selling gallery act at once. */
  sellers: readonly Person[];
  buyers: readonly Person[];
  /** Vehicles that everybody fights for, with who sells them. */
  vehicles: readonly { vehicleId: string; galleryId: string }[];
}

const REASON = "the race suite sets the scene for all galleries";
const SELLING_GALLERIES = 4;
const VEHICLES_EACH = 3;
/** One client of so many sells. */
const SELLER_EVERY = 5;

/** An access token of a person, good for ten minutes. */
export async function tokenOf(platform: OpenPlatform, email: string): Promise<string> {
  const { accessToken } = await login(createPublicContext(platform), {
    identifier: email,
    password: TEST_PASSWORD,
  });
  return accessToken;
}

async function memberOf(platform: OpenPlatform, galleryId: string): Promise<Person> {
  const { email } = await createUser(platform, { member: { galleryId, role: "OWNER" } });
  return { galleryId, email, token: await tokenOf(platform, email) };
}

/** Photos and papers are not what races: of the publish gate, the price alone is asked for. */
async function easePublishGate(platform: OpenPlatform): Promise<void> {
  await platform.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.publishRule.createMany({
      data: [{ id: newId(), rule: "price", validFrom: new Date("2024-08-27"), severity: "BLOCK" }],
    });
  });
}

/** Galleries that sell the same few vehicles, and many that want them. */
export async function setScene(platform: OpenPlatform, clients: number): Promise<Scene> {
  await easePublishGate(platform);
  const vehicles: { vehicleId: string; galleryId: string }[] = [];
  const selling: string[] = [];
  for (let i = 0; i < SELLING_GALLERIES; i += 1) {
    const { id: galleryId } = await createGallery(platform);
    selling.push(galleryId);
    for (let j = 0; j < VEHICLES_EACH; j += 1) {
      vehicles.push({ galleryId, vehicleId: (await createVehicle(platform, galleryId)).vehicleId });
    }
  }
  const sellers: Person[] = [];
  const buyers: Person[] = [];
  for (let i = 0; i < clients; i += 1) {
    const galleryId = selling[(i / SELLER_EVERY) % selling.length];
    if (i % SELLER_EVERY === 0 && galleryId) sellers.push(await memberOf(platform, galleryId));
    else buyers.push(await memberOf(platform, (await createGallery(platform)).id));
  }
  return { sellers, buyers, vehicles };
}
