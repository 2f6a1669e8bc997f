import type { GalleryStatus } from "@oto/domain";
import { GALLERY_STATUSES } from "@oto/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createGallery,
  createStaffContext,
  createTestPlatform,
} from "../testing";
import { galleryListInput } from "./admin.input";
import { galleryDetail } from "./gallery-detail.service";
import { listGalleries } from "./gallery-list.service";
import {
  approveGallery,
  reactivateGallery,
  rejectGallery,
  suspendGallery,
} from "./gallery-review.service";

let test: TestPlatform;
let staff: StaffContext;

beforeAll(async () => {
  test = await createTestPlatform();
  staff = await createStaffContext(test.platform);
});
afterAll(() => test.close());

const DECISIONS = {
  approve: { run: approveGallery, from: "PENDING", to: "APPROVED", event: "gallery.approved" },
  reject: { run: rejectGallery, from: "PENDING", to: "REJECTED", event: "gallery.rejected" },
  suspend: { run: suspendGallery, from: "APPROVED", to: "SUSPENDED", event: "gallery.suspended" },
  reactivate: {
    run: reactivateGallery,
    from: "SUSPENDED",
    to: "APPROVED",
    event: "gallery.reactivated",
  },
} as const;

/** What a decision leaves behind. */
async function traces(galleryId: string) {
  const { rows } = await test.platform.database.pool.query(
    `select g.status, g.status_reason,
      (select array_agg(name) from outbox_event where aggregate_id = g.id) as events,
      (select count(*)::int from gallery_review where gallery_id = g.id) as reviews,
      (select count(*)::int from audit_entry where entity_id = g.id) as audits
    from gallery g where g.id = $1`,
    [galleryId],
  );
  return rows[0];
}

describe("decisions on galleries", () => {
  for (const [name, { run, from, to, event }] of Object.entries(DECISIONS)) {
    it.each(GALLERY_STATUSES)(`${name} from %s`, async (status: GalleryStatus) => {
      const { id: galleryId } = await createGallery(test.platform, { status });
      const before = await traces(galleryId);
      const decision = run(staff, { galleryId, reason: "Belge eksik" });
      if (status !== from) {
        await expect(decision).rejects.toMatchObject({ reason: "gallery.wrong_state" });
        expect(await traces(galleryId)).toEqual(before);
        return;
      }
      expect(await decision).toEqual({ galleryId, status: to });
      expect(await traces(galleryId)).toMatchObject({
        status: to,
        events: [event],
        reviews: 1,
        audits: 1,
        status_reason: to === "APPROVED" ? null : "Belge eksik",
      });
    });
  }

  it("need a reason where the gallery is told one", async () => {
    const { id: galleryId } = await createGallery(test.platform, { status: "PENDING" });
    await expect(rejectGallery(staff, { galleryId, reason: "  " })).rejects.toMatchObject({
      reason: "gallery.reason_required",
    });
  });

  it("of two people at once: one wins, the other finds it decided", async () => {
    const colleague = await createStaffContext(test.platform, "COMPLIANCE");
    for (let round = 0; round < 5; round += 1) {
      const { id: galleryId } = await createGallery(test.platform, { status: "PENDING" });
      const outcomes = await Promise.allSettled([
        approveGallery(staff, { galleryId }),
        approveGallery(colleague, { galleryId }),
        rejectGallery(colleague, { galleryId, reason: "Belge eksik" }),
      ]);
      const reasons = outcomes.map((o) => (o.status === "rejected" ? o.reason.reason : "done"));
      expect(reasons.sort()).toEqual(["done", "gallery.wrong_state", "gallery.wrong_state"]);
      expect(await traces(galleryId)).toMatchObject({ reviews: 1, audits: 1 });
    }
  });
});

describe("listGalleries", () => {
  it("pages through a state without losing or repeating any, the longest waiting first", async () => {
    const made: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      // Some submitted at the same instant: the id decides.
      const submittedAt = new Date(Date.UTC(2020, 0, 1 + Math.floor(n / 3)));
      const { id } = await createGallery(test.platform, {
        status: "PENDING",
        submittedAt,
        name: `Sıra Otomotiv ${n}`,
        slug: `sira-otomotiv-${n}`,
      });
      made.push(id);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listGalleries(
        staff,
        galleryListInput.parse({ status: "PENDING", q: "SIRA otomotiv", limit: 3, cursor }),
      );
      seen.push(...page.items.map(({ galleryId }) => galleryId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(made);
  });

  it("finds by folded name, tax number, and phone of a member", async () => {
    const dealer = await createDealerContext(test.platform);
    const { id } = dealer.gallery;
    await test.platform.database.pool.query(
      "update gallery set name = 'Işıl Şahin Oto', slug = 'isil-sahin-oto' where id = $1",
      [id],
    );
    const found = await test.platform.database.pool.query(
      "select g.tax_number, u.phone from gallery g, app_user u where g.id = $1 and u.id = $2",
      [id, dealer.identity.userId],
    );
    const { tax_number, phone } = found.rows[0];
    for (const q of ["IŞIL ŞAHIN", "isil sahin", tax_number, phone.slice(3)]) {
      const { items, counts } = await listGalleries(staff, galleryListInput.parse({ q }));
      expect(items.map(({ galleryId }) => galleryId)).toEqual([id]);
      expect(items[0]?.owner?.phone).toBe(phone);
      expect(counts.APPROVED).toBeGreaterThan(0);
    }
  });

  it("refuses a cursor that is not its own", async () => {
    const input = galleryListInput.parse({ cursor: "bm9uc2Vuc2U" });
    await expect(listGalleries(staff, input)).rejects.toMatchObject({ reason: "input.invalid" });
  });
});

describe("galleryDetail", () => {
  it("lays the checks side by side with the galleries they point at", async () => {
    const twin = await createGallery(test.platform, { licenceNo: "34-TWIN" });
    const dealer = await createDealerContext(test.platform, {
      gallery: await createGallery(test.platform, {
        status: "PENDING",
        licenceNo: "34-twin",
        licenceExpiresOn: new Date("2020-01-01"),
        name: "Tek Başına Oto",
      }),
    });
    const detail = await galleryDetail(staff, { galleryId: dealer.gallery.id });
    const outcomes = Object.fromEntries(detail.checks.map((c) => [c.check, c.outcome]));
    expect(outcomes).toEqual({
      tax_number_valid: "passed",
      tax_number_unique: "passed",
      licence_unique: "failed",
      licence_in_force: "failed",
      contact_phone_unique: "unknown",
      name_unique: "passed",
      district_valid: "passed",
      consents_given: "failed",
    });
    const licence = detail.checks.find(({ check }) => check === "licence_unique");
    expect(licence?.galleries).toEqual([
      { galleryId: twin.id, name: twin.name, status: "APPROVED" },
    ]);
    expect(detail.actions).toEqual(["approve", "reject"]);
    expect(detail.owner?.userId).toBe(dealer.identity.userId);
    await rejectGallery(staff, { galleryId: dealer.gallery.id, reason: "Süresi dolmuş" });
    const after = await galleryDetail(staff, { galleryId: dealer.gallery.id });
    expect(after.actions).toEqual([]);
    expect(after.reviews[0]).toMatchObject({
      action: "reject",
      reason: "Süresi dolmuş",
      actorName: "Deniz Yılmaz",
    });
  });

  it("knows no gallery that is not there", async () => {
    const galleryId = "01890000-0000-7000-8000-000000000000";
    await expect(galleryDetail(staff, { galleryId })).rejects.toMatchObject({
      reason: "gallery.not_found",
    });
  });
});
