import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform } from "../testing";
import type { HeldClaim, IdempotencyDecision } from "./idempotency.service";
import { claimIdempotencyKey } from "./idempotency.service";

let test: TestPlatform;
let dealer: DealerContext;
let serial = 0;

beforeAll(async () => {
  test = await createTestPlatform();
  dealer = await createDealerContext(test.platform);
});

afterAll(() => test.close());

const newKey = () => {
  serial += 1;
  return `key-${serial}`;
};

const claim = (key: string, bodyHash = "same") =>
  claimIdempotencyKey(test.platform, {
    actor: dealer.identity.userId,
    key,
    procedure: "gallery.update",
    bodyHash,
  });

function fresh(decision: IdempotencyDecision): HeldClaim {
  if (decision.state !== "fresh") throw new Error(`the key is ${decision.state}`);
  return decision;
}

const rename = (name: string) =>
  dealer.db.write((tx) =>
    tx.gallery.update({ where: { id: dealer.gallery.id }, data: { name }, select: { id: true } }),
  );

async function nameNow(): Promise<string> {
  const { name } = await dealer.db.read((tx) =>
    tx.gallery.findUniqueOrThrow({ where: { id: dealer.gallery.id }, select: { name: true } }),
  );
  return name;
}

describe("an idempotency key", () => {
  it("gives the first answer again, and refuses another body", async () => {
    const key = newKey();
    const first = fresh(await claim(key));
    await first.run(() => rename("Bir"));
    expect(await claim(key)).toEqual({ state: "running" });
    await first.complete({ done: true });
    expect(await claim(key)).toEqual({ state: "replay", response: { done: true } });
    expect(await claim(key, "other")).toEqual({ state: "conflict" });
  });

  it("is never used for a second change when the process died after the first", async () => {
    const key = newKey();
    await fresh(await claim(key)).run(() => rename("İki"));
    expect(await claim(key)).toEqual({ state: "running" });
    test.clock.advance(36_000);
    expect(await claim(key)).toEqual({ state: "answer_lost" });
  });

  it("is free again when the process died before its change committed", async () => {
    const key = newKey();
    const first = fresh(await claim(key));
    const rolledBack = first.run(() =>
      dealer.db.write(async (tx) => {
        await tx.gallery.updateMany({ data: { name: "Hiç" } });
        throw new Error("the process dies here");
      }),
    );
    await expect(rolledBack).rejects.toThrow("dies");
    test.clock.advance(36_000);
    expect((await claim(key)).state).toBe("fresh");
  });

  it("lets only one of two calls commit when the slower one lost the key", async () => {
    const key = newKey();
    const slow = fresh(await claim(key));
    test.clock.advance(36_000);
    const quick = fresh(await claim(key));
    await quick.run(() => rename("Hızlı"));
    await expect(slow.run(() => rename("Yavaş"))).rejects.toThrow();
    expect(await nameNow()).toBe("Hızlı");
  });

  it("is freed by a refusal, and kept when a change committed before the failure", async () => {
    const [refused, broken] = [newKey(), newKey()];
    await fresh(await claim(refused)).release(true);
    expect((await claim(refused)).state).toBe("fresh");
    const held = fresh(await claim(broken));
    await held.run(() => rename("Üç"));
    await held.release(false);
    test.clock.advance(36_000);
    expect(await claim(broken)).toEqual({ state: "answer_lost" });
  });

  it("belongs to one of fifty parallel calls", async () => {
    const key = newKey();
    const decisions = await Promise.all(Array.from({ length: 50 }, () => claim(key)));
    expect(decisions.filter(({ state }) => state === "fresh")).toHaveLength(1);
  });
});
