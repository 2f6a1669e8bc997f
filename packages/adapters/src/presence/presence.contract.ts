import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Presence, PresentConnection } from "./presence.port";

export interface PresenceHarness {
  /** The presence as another process sees it. */
  connect(options?: { ttlMs: number }): Promise<Presence>;
}

const PATIENCE = { timeout: 5_000, interval: 10 };

/** The rules that every presence keeps. */
export function presenceContract(name: string, open: () => Promise<PresenceHarness>): void {
  describe(`presence: ${name}`, () => {
    let harness: PresenceHarness;
    let one: Presence;
    let two: Presence;
    let galleryId: string;
    beforeEach(async () => {
      harness = await open();
      [one, two] = await Promise.all([harness.connect(), harness.connect()]);
      galleryId = randomUUID();
    });
    const connection = (of: Partial<PresentConnection> = {}): PresentConnection => ({
      galleryId,
      userId: randomUUID(),
      connectionId: randomUUID(),
      ...of,
    });

    it("counts a person's connections over all processes until the last one leaves", async () => {
      const phone = connection();
      const desk = connection({ userId: phone.userId });
      await one.beat([phone]);
      await two.beat([desk, connection({ galleryId: randomUUID() })]);
      await one.beat([phone]);
      const there = { userId: phone.userId, online: true };
      expect(await one.ofGallery(galleryId)).toMatchObject([{ ...there, connections: 2 }]);
      await two.leave(phone);
      expect(await two.ofGallery(galleryId)).toMatchObject([{ ...there, connections: 1 }]);
      await one.leave(desk);
      expect(await one.ofGallery(galleryId)).toMatchObject([
        { userId: phone.userId, online: false, connections: 0 },
      ]);
    });

    it("knows when somebody was last there", async () => {
      const gone = connection();
      const stays = connection();
      const before = Date.now() - 1_000;
      await one.beat([gone, stays]);
      await one.leave(gone);
      const [first, second, ...others] = await two.ofGallery(galleryId);
      expect(first).toMatchObject({ userId: stays.userId, online: true });
      expect(second).toMatchObject({ userId: gone.userId, online: false });
      expect(others).toEqual([]);
      for (const user of [first, second]) {
        expect(user?.lastSeenAt.getTime()).toBeGreaterThan(before);
        expect(user?.lastSeenAt.getTime()).toBeLessThan(Date.now() + 1_000);
      }
    });

    it("tells of several galleries at once whether anybody is there", async () => {
      const [there, gone, nobody] = [connection(), randomUUID(), randomUUID()];
      const left = connection({ galleryId: gone });
      await one.beat([there, connection(), left]);
      await one.leave(left);
      const all = await two.ofGalleries([galleryId, gone, nobody]);
      expect([...all.keys()].toSorted()).toEqual([galleryId, gone].toSorted());
      expect(all.get(galleryId)).toMatchObject({ online: true });
      expect(all.get(gone)).toMatchObject({ online: false });
      expect(all.get(gone)?.lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
      expect(await two.ofGalleries([])).toEqual(new Map());
    });

    it("lets go of connections whose process has died, and takes them back", async () => {
      const short = await harness.connect({ ttlMs: 60 });
      const who = connection();
      await short.beat([who]);
      await vi.waitFor(
        async () => expect(await one.ofGallery(galleryId)).toMatchObject([{ online: false }]),
        PATIENCE,
      );
      await one.beat([who]);
      expect(await two.ofGallery(galleryId)).toMatchObject([{ online: true, connections: 1 }]);
    });

    it("takes many beats at once, from many processes", async () => {
      const all = Array.from({ length: 50 }, () => connection());
      await Promise.all([one.beat(all), two.beat([...all].reverse()), one.beat(all.slice(10))]);
      const present = await two.ofGallery(galleryId);
      expect(present).toHaveLength(50);
      expect(present.every(({ connections }) => connections === 1)).toBe(true);
      expect(await one.ofGallery(randomUUID())).toEqual([]);
    });
  });
}
