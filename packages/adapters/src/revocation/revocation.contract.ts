import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Revocations, RevokedAccess } from "./revocation.port";

export interface RevocationsHarness {
  /** The revocations of another process; a deaf one hears no pub/sub and has only the list. */
  connect(options?: { deaf: boolean }): Promise<Revocations>;
  /** Breaks every connection once; they come back by themselves. */
  cut(): Promise<void>;
}

const PATIENCE = { timeout: 5_000, interval: 10 };

/** The rules that all revocations keep. */
export function revocationContract(name: string, open: () => Promise<RevocationsHarness>): void {
  describe(`revocations: ${name}`, () => {
    let harness: RevocationsHarness;
    let one: Revocations;
    let two: Revocations;
    let deaf: Revocations;
    beforeEach(async () => {
      harness = await open();
      [one, two] = await Promise.all([harness.connect(), harness.connect()]);
      deaf = await harness.connect({ deaf: true });
    });
    afterEach(async () => {
      await Promise.all([one.close(), two.close(), deaf.close()]);
    });
    const session = (): RevokedAccess => ({ kind: "session", id: randomUUID() });
    const follow = async (revocations: Revocations) => {
      const seen: RevokedAccess[] = [];
      const stop = await revocations.follow({ onRevoked: (revoked) => seen.push(revoked) });
      return { seen, stop };
    };

    it("reach every process, the revoking one at once", async () => {
      const [here, there] = [await follow(one), await follow(two)];
      const revoked: RevokedAccess[] = [
        session(),
        { kind: "user", id: randomUUID() },
        { kind: "gallery", id: randomUUID() },
      ];
      const telling = one.revoke(revoked);
      expect(here.seen).toEqual(revoked);
      await telling;
      await vi.waitFor(() => expect(there.seen).toEqual(expect.arrayContaining(revoked)), PATIENCE);
    });

    it("are found in the list by who did not hear them", async () => {
      const { seen } = await follow(deaf);
      const revoked = Array.from({ length: 120 }, session);
      await one.revoke(revoked);
      await vi.waitFor(() => expect(seen).toEqual(expect.arrayContaining(revoked)), PATIENCE);
      await one.revoke([revoked[7] ?? session()]);
      await vi.waitFor(
        () => expect(seen.filter(({ id }) => id === revoked[7]?.id)).toHaveLength(2),
        PATIENCE,
      );
    });

    it("arrive also when every connection breaks", async () => {
      const { seen } = await follow(two);
      await harness.cut();
      const revoked = [session()];
      await one.revoke(revoked);
      await vi.waitFor(() => expect(seen).toEqual(expect.arrayContaining(revoked)), PATIENCE);
    });

    it("go on when a listener throws, and stop when it has left", async () => {
      await two.follow({
        onRevoked: () => {
          throw new Error("bad listener");
        },
      });
      const [left, stays] = [await follow(two), await follow(two)];
      await left.stop();
      await one.revoke([session()]);
      await vi.waitFor(() => expect(stays.seen).not.toEqual([]), PATIENCE);
      expect(left.seen).toEqual([]);
    });
  });
}
