import { setTimeout as pause } from "node:timers/promises";
import { newId, Prisma } from "@oto/db";
import type { GalleryStatus } from "@oto/domain";
import type { DealerContext, Origin, Platform, StaffContext } from "@oto/services";

export interface DemoDealer {
  galleryId: string;
  userId: string;
  name: string;
  provinceCode: number;
}

const origin = (): Origin => ({
  ip: "127.0.0.1",
  requestId: newId(),
  userAgent: "demo data",
  locale: "tr",
});

/** A demo dealer at work, now or at an earlier time. */
export function asDealer(platform: Platform, dealer: DemoDealer, at?: Date): DealerContext {
  const gallery = {
    id: dealer.galleryId,
    role: "OWNER" as const,
    status: "APPROVED" as GalleryStatus,
  };
  return {
    ...platform,
    ...(at ? { now: () => at } : {}),
    origin: origin(),
    identity: { userId: dealer.userId, sessionId: newId(), platformRole: null, gallery },
    gallery,
    db: platform.database.forGallery(dealer.galleryId),
  };
}

/** The superadmin, who reviews demo galleries through the real decision. */
export function asReviewer(platform: Platform, userId: string): StaffContext {
  return {
    ...platform,
    origin: origin(),
    identity: { userId, sessionId: newId(), platformRole: "SUPERADMIN", gallery: null },
    staffRole: "SUPERADMIN",
  };
}

/** Runs tasks a few at a time: two cores, and a pool of ten connections. */
export async function inTurns<T>(
  items: readonly T[],
  width: number,
  task: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) await task(item, index);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

/** A transaction that did not begin or was given up, because the server was busy: nothing happened. */
const gaveUp = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2028";

const TRIES = 6;

/** A step of the seed that waits for its turn on a busy machine instead of ending the whole seed. */
export async function patiently<T>(step: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (attempt >= TRIES || !gaveUp(error)) throw error;
      await pause(1_000 * attempt);
    }
  }
}
