import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { acceptOffer, counterOffer, createOffer } from "../offer";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createStaffContext,
  createTestPlatform,
  createVehicle,
  TEST_PRICE,
} from "../testing";
import {
  disputeDeal,
  disputeDocumentUrl,
  disputeLogFile,
  getDispute,
  listDisputes,
  settleDispute,
} from ".";

const amount = { amount: TEST_PRICE, currency: "TRY" as const };
let test: TestPlatform;
let seller: DealerContext;
let buyer: DealerContext;

beforeAll(async () => {
  test = await createTestPlatform();
  [seller, buyer] = await Promise.all([
    createDealerContext(test.platform),
    createDealerContext(test.platform),
  ]);
});
afterAll(() => test.close());

const system = () => test.platform.database.unsafeSystem("tests look at both sides");

async function strike(): Promise<{ dealId: string }> {
  const { vehicleId } = await createVehicle(test.platform, seller.gallery.id);
  const { offerId } = await createOffer(buyer, { vehicleId, amount });
  await counterOffer(seller, { offerId, round: 1, amount, message: "Son fiyatımız 🚗" });
  const { reservationId } = await acceptOffer(buyer, { offerId, round: 2 });
  return { dealId: reservationId ?? "" };
}

describe("what a dispute is judged by", () => {
  it("is the signed log, the documents and the case; every look is written down", async () => {
    const staff = await createStaffContext(test.platform);
    const { dealId } = await strike();
    const { disputeId } = await disputeDeal(seller, {
      dealId,
      reason: "PAYMENT",
      text: "Ödeme gelmedi",
    });
    const [first] = (await listDisputes(staff, { open: true, limit: 1 })).items;
    expect(first).toMatchObject({ disputeId, openedBy: "SELLER", price: amount });
    const view = await getDispute(staff, { disputeId });
    expect(view).toMatchObject({ supportCase: null, documents: [], cancellable: true });
    expect(view.log.map(({ kind }) => kind)).toEqual([
      "offer.opened",
      "offer.countered",
      "offer.accepted",
      "reservation.started",
      "deal.disputed",
    ]);
    expect(view.log[1]?.lines.join()).toContain("Son fiyatımız 🚗");
    const file = await disputeLogFile(staff, { disputeId, format: "json" });
    const log = JSON.parse(Buffer.from(file.base64, "base64").toString("utf8"));
    expect(log.entries).toHaveLength(view.log.length);
    const looks = await system().read((tx) =>
      tx.auditEntry.count({ where: { action: "dispute.evidence", entityId: disputeId } }),
    );
    expect(looks).toBe(1);
    const nobody = { disputeId: dealId, documentId: dealId };
    await expect(disputeDocumentUrl(staff, nobody)).rejects.toThrow("deal.not_found");
    await expect(disputeDocumentUrl(staff, { ...nobody, disputeId })).rejects.toThrow(
      "deal.document_missing",
    );
    await settleDispute(staff, { disputeId, outcome: "CONTINUE", note: "Ödeme dekontu geldi" });
    expect((await getDispute(staff, { disputeId })).log.at(-1)?.lines.join()).toContain("dekontu");
  });
});
