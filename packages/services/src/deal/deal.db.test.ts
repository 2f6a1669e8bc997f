import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DealStepKind } from "@oto/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import { dealLogFile, dealLogKeys } from "../deal-log";
import { acceptOffer, counterOffer, createOffer } from "../offer";
import {
  cancelReservation,
  completeReservation,
  expireReservations,
  getReservation,
} from "../reservation";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createStaffContext,
  createTestPlatform,
  createVehicle,
  TEST_PRICE,
} from "../testing";
import { galleryTrust, noteTrustFacts, rebuildTrust, weighDueTrust } from "../trust";
import {
  completeDealDocument,
  confirmDeal,
  confirmSilentDeals,
  createDealDocument,
  dealDocumentUrl,
  disputeDeal,
  getDeal,
  listDeals,
  rateDeal,
  removeDealDocument,
  setDealStep,
  settleDispute,
  showDueRatings,
  withdrawDispute,
} from "./index";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const amount = { amount: TEST_PRICE, currency: "TRY" as const };
const verifier = path.resolve(import.meta.dirname, "../../../../tooling/deal-verify/main.mjs");
let test: TestPlatform;
let platform: Platform;
let seller: DealerContext;
let buyer: DealerContext;
let stranger: DealerContext;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kontak-deal-"));
  test = await createTestPlatform();
  platform = test.platform;
  [seller, buyer, stranger] = await Promise.all([
    createDealerContext(platform),
    createDealerContext(platform),
    createDealerContext(platform),
  ]);
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

const system = () => platform.database.unsafeSystem("tests look at both sides");

async function strike(sides = { seller, buyer }): Promise<{ dealId: string; vehicleId: string }> {
  const { vehicleId } = await createVehicle(platform, sides.seller.gallery.id, {
    plate: null,
    vin: null,
  });
  const { offerId } = await createOffer(sides.buyer, { vehicleId, amount });
  await counterOffer(sides.seller, { offerId, round: 1, amount, message: "Son fiyatımız 🚗" });
  const { reservationId } = await acceptOffer(sides.buyer, { offerId, round: 2 });
  return { dealId: reservationId ?? "", vehicleId };
}

async function settleSteps(dealId: string): Promise<void> {
  const steps: DealStepKind[] = ["EKSPERTIZ", "SECURE_PAYMENT", "NOTER"];
  for (const step of steps) {
    await setDealStep(buyer, { dealId, step, version: 0, state: "DONE", reference: "GO-123" });
  }
}

const vehicleStatus = async (vehicleId: string): Promise<string> => {
  const row = await system().read((tx) =>
    tx.vehicle.findUniqueOrThrow({ where: { id: vehicleId }, select: { status: true } }),
  );
  return row.status;
};

async function completed(sides = { seller, buyer }): Promise<string> {
  const { dealId } = await strike(sides);
  await completeReservation(sides.seller, { reservationId: dealId });
  await confirmDeal(sides.buyer, { dealId });
  return dealId;
}

describe("a deal", () => {
  it("goes over its checklist to the words of both sides, which sell the vehicle", async () => {
    const { dealId, vehicleId } = await strike();
    await expect(confirmDeal(seller, { dealId })).rejects.toThrow("deal.steps_open");
    await settleSteps(dealId);
    const stale = { dealId, step: "NOTER", version: 0, state: "OPEN" } as const;
    await expect(setDealStep(seller, stale)).rejects.toThrow("deal.step_stale");
    await expect(
      setDealStep(seller, { dealId, step: "HANDOVER", version: 0, state: "SCHEDULED" }),
    ).rejects.toThrow("input.invalid");
    expect(await confirmDeal(seller, { dealId })).toEqual({ dealId, status: "OPEN" });
    await expect(confirmDeal(seller, { dealId })).rejects.toThrow("deal.already_confirmed");
    await expect(
      cancelReservation(buyer, { reservationId: dealId, reason: "Vazgeçtim" }),
    ).rejects.toThrow("deal.confirmed");
    const waiting = await getDeal(buyer, { dealId });
    expect(waiting.confirmation).toMatchObject({ mine: null, theirs: expect.any(String) });
    expect(waiting.actions).toContain("confirm");
    expect(waiting.warranty).toMatchObject({ applies: true, months: 3, km: 5_000 });
    // The clock stands still: one side says the vehicle is gone.
    expect(await getReservation(buyer, { reservationId: dealId })).toMatchObject({ held: true });
    expect(await confirmDeal(buyer, { dealId })).toEqual({ dealId, status: "COMPLETED" });
    expect(await vehicleStatus(vehicleId)).toBe("SOLD");
    expect(await getReservation(seller, { reservationId: dealId })).toMatchObject({
      status: "COMPLETED",
    });
    const { items } = await listDeals(buyer, { stage: "ended", limit: 24 });
    expect(items[0]).toMatchObject({ dealId, dealStatus: "COMPLETED", canRate: true });
  });

  it("does not exist for strangers", async () => {
    const { dealId } = await strike();
    for (const call of [
      () => getDeal(stranger, { dealId }),
      () => confirmDeal(stranger, { dealId }),
      () => rateDeal(stranger, { dealId, stars: 1 }),
      () => dealLogFile(stranger, { dealId, format: "json" }),
    ]) {
      await expect(call()).rejects.toThrow("deal.not_found");
    }
    expect((await listDeals(stranger, { stage: "running", limit: 24 })).items).toEqual([]);
  });

  it("waits for the other word when one side completes its reservation, at most three days", async () => {
    const { dealId, vehicleId } = await strike();
    await completeReservation(seller, { reservationId: dealId });
    expect(await vehicleStatus(vehicleId)).toBe("SOLD");
    expect(await getDeal(buyer, { dealId })).toMatchObject({ status: "OPEN" });
    await expect(rateDeal(seller, { dealId, stars: 5 })).rejects.toThrow("deal.not_completed");
    await confirmSilentDeals(platform);
    expect((await getDeal(buyer, { dealId })).status).toBe("OPEN");
    test.clock.advance(73 * HOUR_MS);
    await Promise.all([confirmSilentDeals(platform), confirmSilentDeals(platform)]);
    expect(await getDeal(buyer, { dealId })).toMatchObject({
      status: "COMPLETED",
      confirmation: { silentSide: "BUYER" },
    });
  });

  it("completes when both confirm at once, and only once", async () => {
    const { dealId } = await strike();
    await settleSteps(dealId);
    const both = await Promise.allSettled([
      confirmDeal(seller, { dealId }),
      confirmDeal(buyer, { dealId }),
      confirmDeal(seller, { dealId }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const events = await system().read((tx) =>
      tx.outboxEvent.count({ where: { aggregateId: dealId, name: "deal.completed" } }),
    );
    expect(events).toBe(1);
  });
});

describe("ratings", () => {
  it("are hidden until both have given one, and then stand", async () => {
    const dealId = await completed();
    await rateDeal(buyer, { dealId, stars: 4, accuracy: 5, comment: "Araç anlatıldığı gibiydi" });
    await rateDeal(buyer, { dealId, stars: 5, comment: "Araç anlatıldığı gibiydi" });
    const before = await getDeal(seller, { dealId });
    expect(before.rating).toMatchObject({ theirs: null, theirsGiven: true, shown: false });
    await rateDeal(seller, { dealId, stars: 3 });
    const after = await getDeal(seller, { dealId });
    expect(after.rating).toMatchObject({ shown: true, theirs: { stars: 5, accuracy: null } });
    await expect(rateDeal(buyer, { dealId, stars: 1 })).rejects.toThrow("deal.rating_closed");
  });

  it("are shown after fourteen days though one is alone", async () => {
    const dealId = await completed();
    await rateDeal(buyer, { dealId, stars: 2 });
    test.clock.advance(49 * HOUR_MS);
    await expect(rateDeal(buyer, { dealId, stars: 5 })).rejects.toThrow("deal.rating_closed");
    test.clock.advance(12 * DAY_MS);
    await showDueRatings(platform);
    await showDueRatings(platform);
    expect((await getDeal(seller, { dealId })).rating.theirs?.stars).toBe(2);
    const shown = await system().read((tx) =>
      tx.outboxEvent.count({ where: { aggregateId: dealId, name: "deal.ratings_shown" } }),
    );
    expect(shown).toBe(1);
    await expect(rateDeal(seller, { dealId, stars: 1 })).rejects.toThrow("deal.rating_closed");
  });
});

describe("a dispute", () => {
  it("stops everything that would settle the deal by itself, and lets it go on where it stood", async () => {
    const { dealId, vehicleId } = await strike();
    const { expiresAt } = await getReservation(buyer, { reservationId: dealId });
    await disputeDeal(buyer, { dealId, reason: "DOCUMENTS", text: "Ruhsat eksik geldi" });
    for (const call of [
      () => confirmDeal(seller, { dealId }),
      () => completeReservation(seller, { reservationId: dealId }),
      () => cancelReservation(seller, { reservationId: dealId, reason: "Vazgeçtim" }),
      () => setDealStep(seller, { dealId, step: "NOTER", version: 0, state: "DONE" }),
      () => disputeDeal(seller, { dealId, reason: "OTHER", text: "Biz de itiraz ediyoruz" }),
    ]) {
      await expect(call()).rejects.toThrow("deal.disputed");
    }
    test.clock.advance(60 * HOUR_MS);
    await expireReservations(platform);
    expect(await vehicleStatus(vehicleId)).toBe("RESERVED");
    await expect(withdrawDispute(seller, { dealId })).rejects.toThrow("deal.dispute_not_open");
    await withdrawDispute(buyer, { dealId });
    const { expiresAt: later, held } = await getReservation(buyer, { reservationId: dealId });
    expect(held).toBe(false);
    expect(Date.parse(later) - Date.parse(expiresAt)).toBe(60 * HOUR_MS);
  });

  it("is settled by the platform, which may call the deal off while the vehicle is unsold", async () => {
    const staff = await createStaffContext(platform);
    const { dealId, vehicleId } = await strike();
    const opened = await disputeDeal(buyer, { dealId, reason: "NO_SHOW", text: "Satıcı gelmedi" });
    const settling = { disputeId: opened.disputeId, note: "Satıcı yanıt vermedi" };
    const settled = await settleDispute(staff, {
      ...settling,
      outcome: "CANCEL",
      faultSide: "SELLER",
    });
    expect(settled).toEqual({ dealId, status: "CANCELLED" });
    expect(await vehicleStatus(vehicleId)).toBe("PUBLISHED");
    await expect(settleDispute(staff, { ...settling, outcome: "CONTINUE" })).rejects.toThrow(
      "deal.dispute_not_open",
    );
    const sold = await completed();
    const late = await disputeDeal(buyer, {
      dealId: sold,
      reason: "DAMAGE",
      text: "Motor arızalı",
    });
    await expect(
      settleDispute(staff, { disputeId: late.disputeId, note: "Geç kaldı", outcome: "CANCEL" }),
    ).rejects.toThrow("deal.cannot_cancel");
  });
});

describe("documents", () => {
  const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

  async function upload(dealId: string, contentType: string, content: Buffer): Promise<string> {
    const file = { fileName: "ekspertiz.pdf", contentType, size: content.length };
    const { documentId } = await createDealDocument(buyer, { dealId, step: "EKSPERTIZ", ...file });
    const key = `private/deals/${dealId}/${documentId}`;
    await platform.adapters.storage.put(key, content, { contentType });
    return documentId;
  }

  it("are sniffed, hashed, read by both sides, and nobody else's", async () => {
    const { dealId } = await strike();
    const documentId = await upload(dealId, "application/pdf", pdf);
    await expect(dealDocumentUrl(seller, { documentId })).rejects.toThrow("deal.document_missing");
    await expect(completeDealDocument(seller, { documentId })).rejects.toThrow(
      "deal.document_missing",
    );
    await completeDealDocument(buyer, { documentId });
    await completeDealDocument(buyer, { documentId });
    expect((await dealDocumentUrl(seller, { documentId })).url).toContain("private/deals/");
    const { documents } = await getDeal(seller, { dealId });
    expect(documents).toMatchObject([{ documentId, mine: false, step: "EKSPERTIZ" }]);
    await expect(dealDocumentUrl(stranger, { documentId })).rejects.toThrow(
      "deal.document_missing",
    );
    await removeDealDocument(buyer, { documentId });
    expect((await getDeal(seller, { dealId })).documents).toEqual([]);
  });

  it("are refused when they are not what they say, too large or of another kind", async () => {
    const { dealId } = await strike();
    const disguised = await upload(dealId, "image/png", pdf);
    await expect(completeDealDocument(buyer, { documentId: disguised })).rejects.toThrow(
      "media.mismatched_type",
    );
    const file = { dealId, fileName: "a", size: 10 };
    await expect(
      createDealDocument(buyer, { ...file, contentType: "image/svg+xml" }),
    ).rejects.toThrow("media.type_not_allowed");
    await expect(
      createDealDocument(buyer, { ...file, contentType: "image/png", size: 20_000_000 }),
    ).rejects.toThrow("media.too_large");
  });
});

describe("the proof of a deal", () => {
  const run = (args: string[]): Promise<{ code: number; out: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [verifier, ...args], (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out: stdout + stderr });
      });
    });

  it("holds outside of the platform, and finds one changed byte of JSON and PDF", async () => {
    const dealId = await completed();
    const keys = path.join(folder, "keys.json");
    await writeFile(keys, JSON.stringify(await dealLogKeys(platform)));
    for (const format of ["json", "pdf"] as const) {
      const file = await dealLogFile(seller, { dealId, format });
      const bytes = Buffer.from(file.base64, "base64");
      const name = path.join(folder, file.fileName);
      await writeFile(name, bytes);
      expect(await run([name, "--keys", keys])).toMatchObject({
        code: 0,
        out: expect.stringContaining("PROVEN: every entry"),
      });
      expect(await run([name])).toMatchObject({ code: 0 });
      for (const at of [0.02, 0.5, 0.97, 0.999]) {
        const broken = Buffer.from(bytes);
        const index = Math.floor(bytes.length * at);
        broken[index] = (broken[index] ?? 0) ^ 1;
        await writeFile(name, broken);
        const { code, out } = await run([name, "--keys", keys]);
        expect({ at, code, out }).toMatchObject({
          code: 1,
          out: expect.stringMatching(/byte|entry|position|seal/),
        });
      }
    }
    const other = await createTestPlatform();
    try {
      await writeFile(keys, JSON.stringify(await dealLogKeys(other.platform)));
    } finally {
      await other.close();
    }
    const file = await dealLogFile(buyer, { dealId, format: "json" });
    const name = path.join(folder, file.fileName);
    await writeFile(name, Buffer.from(file.base64, "base64"));
    expect(await run([name, "--keys", keys])).toMatchObject({
      code: 1,
      out: expect.stringContaining("not among the public keys"),
    });
  });
});

describe("trust", () => {
  it("is computed from what happened, with its evidence, and a rebuild gives the same", async () => {
    const sides = {
      seller: await createDealerContext(platform),
      buyer: await createDealerContext(platform),
    };
    const dealId = await completed(sides);
    await rateDeal(sides.buyer, { dealId, stars: 4, comment: "Hızlı ve dürüst" });
    await rateDeal(sides.seller, { dealId, stars: 5 });
    const { dealId: cancelled } = await strike(sides);
    await cancelReservation(sides.seller, { reservationId: cancelled, reason: "Araç satıldı" });
    const rows = await system().read((tx) =>
      tx.offer.findMany({
        where: { sellerGalleryId: sides.seller.gallery.id },
        select: { id: true, buyerGalleryId: true, sellerGalleryId: true },
      }),
    );
    for (let twice = 0; twice < 2; twice += 1) {
      for (const { id: offerId, ...both } of rows) {
        await system().write((tx) => noteTrustFacts(tx, [{ offerId, ...both }]));
      }
    }
    const { id: galleryId } = sides.seller.gallery;
    // Both galleries, once each, however often something was noted, and however many weigh them.
    await Promise.all([weighDueTrust(platform), weighDueTrust(platform)]);
    expect(await weighDueTrust(platform)).toBe(0);
    const kept = await system().read((tx) =>
      tx.galleryTrust.findUnique({ where: { galleryId }, select: { figures: true } }),
    );
    expect(kept?.figures).toMatchObject({ completed: 1, rating: { average: 4 } });
    const trust = await galleryTrust(stranger, { galleryId });
    expect(trust).toMatchObject({
      completed: 1,
      cancelled: { count: 1, of: 2 },
      disputes: { count: 0, atFault: 0 },
      answer: { samples: 2, medianSeconds: null },
      rating: { average: 4, count: 1 },
      comments: [{ stars: 4, comment: "Hızlı ve dürüst" }],
    });
    expect(trust.evidence).toHaveLength(5);
    await system().write((tx) => tx.trustFact.deleteMany({}));
    await rebuildTrust(platform);
    expect(await galleryTrust(stranger, { galleryId })).toEqual(trust);
  });
});
