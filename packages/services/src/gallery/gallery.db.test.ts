import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rejectGallery } from "../admin";
import type { DealerContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createGallery,
  createPublicContext,
  createStaffContext,
  createTestPlatform,
  newVkn,
} from "../testing";
import { galleryUpdateInput } from "./gallery.input";
import { myGallery, publicGallery, resubmitGallery, updateGallery } from "./gallery.service";
import { noteRegistration, noteReview, sendReviewNews } from "./tell-review.service";

let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const eventsOf = async (galleryId: string): Promise<string[]> => {
  const { rows } = await test.platform.database.pool.query(
    "select name from outbox_event where aggregate_id = $1 order by seq",
    [galleryId],
  );
  return rows.map(({ name }) => name);
};

async function rejected(): Promise<DealerContext> {
  const dealer = await createDealerContext(test.platform, { status: "PENDING" });
  const staff = await createStaffContext(test.platform);
  await rejectGallery(staff, { galleryId: dealer.gallery.id, reason: "Vergi levhası okunmuyor" });
  return dealer;
}

describe("updateGallery", () => {
  it("writes the profile, the district in its official spelling, and tells of it once", async () => {
    const dealer = await createDealerContext(test.platform);
    const input = galleryUpdateInput.parse({
      about: "1998'den beri",
      phone: "0532 111 22 33",
      provinceCode: 6,
      district: "CANKAYA",
      watermark: { enabled: true, position: "CENTER", opacity: 0.4 },
      licenceExpiresOn: null,
    });
    const updated = await updateGallery(dealer, input);
    expect(updated).toMatchObject({
      about: "1998'den beri",
      phone: "+905321112233",
      provinceName: "Ankara",
      district: "Çankaya",
      watermark: { enabled: true, position: "CENTER", opacity: 0.4 },
    });
    // The same again changes nothing and announces nothing.
    const { about, phone, watermark } = updated;
    await updateGallery(dealer, { about, phone, watermark, licenceNo: updated.licenceNo });
    expect(await eventsOf(dealer.gallery.id)).toEqual(["gallery.updated"]);
    expect(await myGallery(dealer)).toEqual(updated);
  });

  it("refuses a district of another province", async () => {
    const dealer = await createDealerContext(test.platform);
    await expect(updateGallery(dealer, { provinceCode: 6 })).rejects.toMatchObject({
      reason: "input.invalid",
      details: { fields: { district: [expect.stringContaining("ilçe")] } },
    });
  });

  it("locks what was reviewed once the gallery is approved", async () => {
    const approved = await createDealerContext(test.platform);
    await expect(updateGallery(approved, { licenceNo: "34-NEW" })).rejects.toMatchObject({
      reason: "gallery.wrong_state",
      details: { fields: { licenceNo: [expect.any(String)] } },
    });
    const pending = await createDealerContext(test.platform, { status: "PENDING" });
    const { licenceNo } = await updateGallery(pending, { licenceNo: "34-NEW" });
    expect(licenceNo).toBe("34-NEW");
  });
});

describe("resubmitGallery", () => {
  it("brings a rejected registration back with its corrections", async () => {
    const dealer = await rejected();
    expect((await myGallery(dealer)).statusReason).toBe("Vergi levhası okunmuyor");
    const taxNumber = newVkn();
    expect(await resubmitGallery(dealer, { taxNumber, legalName: "Deneme Ltd. Şti." })).toEqual({
      galleryId: dealer.gallery.id,
      status: "PENDING",
    });
    const gallery = await myGallery(dealer);
    expect(gallery).toMatchObject({ status: "PENDING", statusReason: null, taxNumber });
    expect(await eventsOf(dealer.gallery.id)).toEqual([
      "gallery.rejected",
      "gallery.resubmitted",
      "gallery.updated",
    ]);
  });

  it("keeps the rejection when the correction is refused", async () => {
    const dealer = await rejected();
    const { taxNumber } = await myGallery(await createDealerContext(test.platform));
    await expect(resubmitGallery(dealer, { taxNumber: "1111111111" })).rejects.toMatchObject({
      reason: "input.invalid",
    });
    await expect(resubmitGallery(dealer, { taxNumber })).rejects.toMatchObject({
      reason: "gallery.tax_number_taken",
      details: { fields: { taxNumber: [expect.any(String)] } },
    });
    expect((await myGallery(dealer)).status).toBe("REJECTED");
  });

  it.each(["PENDING", "APPROVED", "SUSPENDED"] as const)("is refused while %s", async (status) => {
    const dealer = await createDealerContext(test.platform, { status });
    await expect(resubmitGallery(dealer, {})).rejects.toMatchObject({
      reason: "gallery.wrong_state",
    });
  });
});

describe("publicGallery", () => {
  it("shows approved galleries that want it, without tax data; others do not exist", async () => {
    const ctx = createPublicContext(test.platform);
    const shown = await createGallery(test.platform);
    const view = await publicGallery(ctx, { slug: shown.slug });
    expect(view).toMatchObject({ id: shown.id, publishedVehicles: 0, provinceName: "İstanbul" });
    expect(view).not.toHaveProperty("taxNumber");
    const hidden = [
      await createGallery(test.platform, { publicListing: false }),
      await createGallery(test.platform, { status: "PENDING" }),
      await createGallery(test.platform, { status: "SUSPENDED" }),
      { slug: "nobody" },
    ];
    for (const { slug } of hidden) {
      await expect(publicGallery(ctx, { slug })).rejects.toMatchObject({
        reason: "gallery.not_found",
      });
    }
  });
});

describe("news of a review", () => {
  it("reach the owner by SMS and e-mail once, and everybody in the app", async () => {
    const dealer = await rejected();
    const { rows } = await test.platform.database.pool.query(
      "select email, phone from app_user where id = $1",
      [dealer.identity.userId],
    );
    const news = {
      galleryId: dealer.gallery.id,
      decision: "gallery.rejected",
      reason: "Vergi levhası okunmuyor",
    } as const;
    await sendReviewNews(test.platform, news, "key-1");
    await sendReviewNews(test.platform, news, "key-1");
    const { mailbox } = test.platform.adapters;
    const mails = await mailbox.list({ to: rows[0].email });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("Gerekçe: Vergi levhası okunmuyor");
    expect(await mailbox.list({ to: rows[0].phone })).toHaveLength(1);

    const colleague = await createDealerContext(test.platform, {
      gallery: dealer.gallery,
      role: "SALES",
    });
    const staff = await createStaffContext(test.platform, "COMPLIANCE");
    await createStaffContext(test.platform, "FINANCE");
    const { id: galleryId } = dealer.gallery;
    await test.platform.database.unsafeSystem("test").write(async (tx) => {
      await noteReview(tx, news);
      await noteRegistration(tx, { galleryId, request: "gallery.registered" });
    });
    const told = await test.platform.database.pool.query(
      "select user_id, type, gallery_id from notification where params->>'galleryId' = $1",
      [galleryId],
    );
    const dealers = [dealer, colleague].map(({ identity: { userId } }) => ({
      user_id: userId,
      type: "gallery.rejected",
      gallery_id: galleryId,
    }));
    expect(told.rows).toEqual(expect.arrayContaining(dealers));
    expect(told.rows).toContainEqual({
      user_id: staff.identity.userId,
      type: "gallery.registered",
      gallery_id: null,
    });
    const roles = await test.platform.database.pool.query(
      "select distinct u.platform_role from notification n join app_user u on u.id = n.user_id where n.type = 'gallery.registered'",
    );
    expect(roles.rows.map(({ platform_role }) => platform_role).sort()).toEqual([
      "COMPLIANCE",
      "SUPERADMIN",
    ]);
  });
});
