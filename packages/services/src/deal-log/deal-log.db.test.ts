import { createPublicKey, verify } from "node:crypto";
import { signedText } from "@oto/domain";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import { acceptOffer, counterOffer, createOffer } from "../offer";
import { completeReservation, extendReservation } from "../reservation";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform, createVehicle, TEST_PRICE } from "../testing";
import { hashOf } from "./append-log";
import { dealLogKeys, rotateLogKey } from "./index";

let test: TestPlatform;
let platform: Platform;
let seller: DealerContext;
let buyer: DealerContext;
const amount = { amount: TEST_PRICE, currency: "TRY" as const };

beforeAll(async () => {
  test = await createTestPlatform();
  platform = test.platform;
  seller = await createDealerContext(platform);
  buyer = await createDealerContext(platform);
});
afterAll(() => test.close());

const entriesOf = (offerId: string) =>
  platform.database
    .unsafeSystem("tests look behind")
    .read((tx) => tx.dealLogEntry.findMany({ where: { offerId }, orderBy: { seq: "asc" } }));

async function negotiate(): Promise<{ offerId: string; reservationId: string }> {
  const { vehicleId } = await createVehicle(platform, seller.gallery.id);
  const { offerId } = await createOffer(buyer, { vehicleId, amount, message: "Nakit öderim" });
  await counterOffer(seller, { offerId, round: 1, amount });
  const { reservationId } = await acceptOffer(buyer, { offerId, round: 2 });
  return { offerId, reservationId: reservationId ?? "" };
}

describe("the log of a negotiation", () => {
  it("has every step once, each vouching for the one before, signed by a published key", async () => {
    const { offerId, reservationId } = await negotiate();
    await rotateLogKey(platform);
    await extendReservation(buyer, { reservationId });
    await extendReservation(seller, { reservationId });
    await completeReservation(seller, { reservationId });
    const entries = await entriesOf(offerId);
    expect(entries.map(({ kind }) => kind)).toEqual([
      "offer.opened",
      "offer.countered",
      "offer.accepted",
      "reservation.started",
      "reservation.extension_requested",
      "reservation.extended",
      "reservation.completed",
      "deal.confirmed",
    ]);
    const { keys } = await dealLogKeys(platform);
    expect(keys).toHaveLength(2);
    let before = "0".repeat(64);
    for (const [index, { body, hash, kid, prevHash, seq, signature }] of entries.entries()) {
      expect(seq).toBe(index + 1);
      expect(prevHash).toBe(before);
      expect(hashOf(body)).toBe(hash);
      expect(JSON.parse(body)).toMatchObject({ seq, prev: before, negotiation: offerId });
      const jwk = keys.find((key) => key.kid === kid) ?? {};
      const key = createPublicKey({ key: { ...jwk }, format: "jwk" });
      const signed = Buffer.from(signature, "base64url");
      expect(verify(null, Buffer.from(signedText(hash)), key, signed)).toBe(true);
      before = hash;
    }
    expect(new Set(entries.map(({ kid }) => kid)).size).toBe(2);
  });

  it("can neither be changed nor shortened nor forked under any role of the platform", async () => {
    const { offerId } = await negotiate();
    const client = new pg.Client({ connectionString: test.databaseUrl });
    await client.connect();
    try {
      for (const role of ["oto_system", "oto_app"]) {
        for (const sql of [
          "update deal_log_entry set body = body || ' ' where offer_id = $1",
          "delete from deal_log_entry where offer_id = $1",
        ]) {
          await client.query(`set role ${role}`);
          await expect(client.query(sql, [offerId])).rejects.toThrow("permission denied");
          await client.query("reset role");
        }
      }
      await client.query("set role oto_system");
      const copy = (body: string, prev: string) =>
        client.query(
          `insert into deal_log_entry select offer_id, seq + 1, buyer_gallery_id, seller_gallery_id,
             kind, at, ${body}, ${prev}, hash, kid, signature from deal_log_entry
            where offer_id = $1 order by seq desc limit 1`,
          [offerId],
        );
      await expect(copy("body || ' '", "hash")).rejects.toThrow("is not its text's");
      await expect(copy("body", "prev_hash")).rejects.toThrow("does not follow");
    } finally {
      await client.end();
    }
  });

  it("says nothing of a private rule: a refusal by the floor looks like the seller's", async () => {
    await platform.database
      .unsafeSystem("tests set the scene")
      .write((tx) =>
        tx.gallery.update({ where: { id: seller.gallery.id }, data: { autoDecline: true } }),
      );
    const { vehicleId } = await createVehicle(platform, seller.gallery.id, {
      lowestPriceAmount: BigInt(TEST_PRICE),
    });
    const low = { ...amount, amount: TEST_PRICE / 2 };
    const { offerId, status } = await createOffer(buyer, { vehicleId, amount: low });
    expect(status).toBe("REJECTED");
    const last = (await entriesOf(offerId)).at(-1);
    expect(JSON.parse(last?.body ?? "")).toMatchObject({
      kind: "offer.rejected",
      by: { side: "SELLER", galleryId: seller.gallery.id },
      data: { round: 1 },
    });
    expect(last?.body).not.toContain("FLOOR");
  });
});
