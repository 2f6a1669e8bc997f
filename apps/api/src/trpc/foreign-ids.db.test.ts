import type { DealerContext } from "@oto/services";
import { createDealDocument } from "@oto/services/deal";
import { createUpload } from "@oto/services/media";
import { acceptOffer, createOffer } from "@oto/services/offer";
import { createSavedSearch } from "@oto/services/search";
import type { TestPlatform } from "@oto/services/testing";
import { createDealerContext, createTestPlatform, createVehicle } from "@oto/services/testing";
import { TRPCError } from "@trpc/server";
import { callProcedure } from "@trpc/server/unstable-core-do-not-import";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "../root.router";
import type { ApiContext } from "./context";
import { listProcedures } from "./procedure-list";

/**
 * Every procedure of a gallery that takes an id, called by a stranger with the id of somebody else's
 * row and with one that never existed: both answers must be the same NOT_FOUND.
 */
let test: TestPlatform;
let owner: DealerContext;
let buyer: DealerContext;
let stranger: ApiContext;
const foreign: Record<string, string> = {};
const NOBODYS = "0198b8a4-0000-7000-8000-00000000dead";
const price = { amount: 100_000_000, currency: "TRY" as const };

/** What each procedure needs beside the id, so that it gets past its schema. */
const MORE: Record<string, object> = {
  "inventory.update": { mileageKm: 90_000 },
  "inventory.changePrice": { price },
  "media.createUpload": { fileName: "a.jpg", contentType: "image/jpeg", size: 1_000 },
  "media.reorder": { mediaIds: [NOBODYS] },
  "offer.counter": { round: 1, amount: price },
  "offer.accept": { round: 1 },
  "offer.reject": { round: 1 },
  "offer.withdraw": { round: 1 },
  "search.saved.update": { alert: "OFF" },
  "reservation.cancel": { reason: "Vazgeçtik" },
  "deal.log": { format: "json" },
  "deal.setStep": { step: "NOTER", version: 0, state: "DONE" },
  "deal.createDocument": { fileName: "a.pdf", contentType: "application/pdf", size: 1_000 },
  "deal.rate": { stars: 5 },
  "deal.dispute": { reason: "OTHER", text: "Araç anlatıldığı gibi değil" },
};
/**
 * Listings are everybody's once published; the others take ids that filter, not ids that name, or
 * answer for each of many ids.
 */
const SHARED =
  /^(marketplace\.|catalog\.|gallery\.|auth\.|offer\.(create|board|byVehicle|counts|facets|rejectMany|running)$|.*\.list$|notification\.)/;

async function seedForeignRows(): Promise<void> {
  const gallery = owner.gallery.id;
  const draft = await createVehicle(test.platform, gallery, { status: "DRAFT" });
  const open = await createVehicle(test.platform, gallery);
  const reserved = await createVehicle(test.platform, gallery);
  const { offerId } = await createOffer(buyer, { ...open, amount: price });
  const accepted = await createOffer(buyer, { ...reserved, amount: price });
  const { reservationId } = await acceptOffer(owner, { offerId: accepted.offerId, round: 1 });
  const file = { fileName: "a.jpg", contentType: "image/jpeg", size: 1_000 };
  const { mediaId } = await createUpload(owner, { ...draft, ...file });
  const dealId = reservationId ?? "";
  const paper = { fileName: "a.pdf", contentType: "application/pdf", size: 1_000 };
  const { documentId } = await createDealDocument(owner, { dealId, ...paper });
  const { savedSearchId } = await createSavedSearch(owner, { alert: "INSTANT" });
  const ids = { offerId, mediaId, reservationId, dealId, documentId, savedSearchId };
  Object.assign(foreign, { ...draft, ...ids });
}

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
  [owner, buyer] = await Promise.all([
    createDealerContext(test.platform),
    createDealerContext(test.platform),
  ]);
  const dealer = await createDealerContext(test.platform);
  stranger = { ...dealer, idempotencyKey: null, signal: undefined };
  await seedForeignRows();
});

afterAll(() => test.close());

const naming = listProcedures().flatMap(({ path, type, access }) => {
  if (access?.level !== "gallery" || type === "subscription" || SHARED.test(path)) return [];
  const service = path.split(".")[0];
  const saved = /^search\.saved\.(?:update|remove|matches|markSeen)$/.test(path);
  if (saved) return [{ path, id: "savedSearchId" }];
  const idOf = { inventory: "vehicleId", offer: "offerId", reservation: "reservationId" };
  const media = ["media.createUpload", "media.reorder"].includes(path) ? "vehicleId" : "mediaId";
  const deal = /\.(documentUrl|completeDocument|removeDocument)$/.test(path)
    ? "documentId"
    : "dealId";
  if (path === "offer.compare") return [{ path, id: "vehicleId" }];
  const named = service === "deal" ? deal : idOf[service as keyof typeof idOf];
  const id = service === "media" ? media : named;
  return path === "inventory.create" || !id ? [] : [{ path, id }];
});

async function refusal(path: string, input: object): Promise<unknown> {
  const type = listProcedures().find((procedure) => procedure.path === path)?.type ?? "query";
  try {
    await callProcedure({
      router: appRouter,
      path,
      type,
      ctx: stranger,
      getRawInput: () => Promise.resolve(input),
      signal: undefined,
      batchIndex: 0,
    });
    return "granted";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { code: error.code, message: error.message };
  }
}

describe("a stranger with another gallery's id", () => {
  it("is tried on every procedure that names a row", () => {
    expect(naming.length).toBeGreaterThan(20);
  });

  it.each(naming)("$path is NOT_FOUND, like an id that never existed", async ({ path, id }) => {
    const more = MORE[path] ?? {};
    const theirs = await refusal(path, { [id]: foreign[id], ...more });
    expect(theirs).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal(path, { [id]: NOBODYS, ...more })).toEqual(theirs);
  });
});
