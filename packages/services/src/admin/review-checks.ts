import type { Tx } from "@oto/db";
import type { GalleryStatus, TaxType } from "@oto/domain";
import { findDistrict, validateTaxNumber } from "@oto/domain";
import type { ReviewCheck, ReviewCheckView } from "./admin.views";

/** What the checks read of a gallery. */
export interface ReviewedGallery {
  id: string;
  name: string;
  taxType: TaxType;
  taxNumber: string;
  /** What the number may stand as in other rows. */
  taxForms: readonly string[];
  licenceNo: string;
  licenceExpiresOn: Date | null;
  provinceCode: number;
  district: string;
  phone: string | null;
}

interface OtherGallery {
  id: string;
  name: string;
  status: GalleryStatus;
}

const MOST_OTHERS = 5;
const DAY_MS = 24 * 3_600_000;

function view(
  check: ReviewCheck,
  passed: boolean | null,
  others: readonly OtherGallery[] = [],
): ReviewCheckView {
  const decided = passed === true ? "passed" : "failed";
  return {
    check,
    outcome: passed === null ? "unknown" : decided,
    galleries: others.map(({ id, name, status }) => ({ galleryId: id, name, status })),
  };
}

/** Other galleries that share something with this one, for a look side by side. */
async function lookAlikes(tx: Tx, gallery: ReviewedGallery) {
  const find = (where: object): Promise<OtherGallery[]> =>
    tx.gallery.findMany({
      where: { ...where, NOT: { id: gallery.id } },
      orderBy: { id: "asc" },
      take: MOST_OTHERS,
      select: { id: true, name: true, status: true },
    });
  return {
    tax: await find({ taxNumber: { in: [...gallery.taxForms] } }),
    licence: await find({ licenceNo: { equals: gallery.licenceNo, mode: "insensitive" } }),
    phone: gallery.phone ? await find({ phone: gallery.phone }) : [],
    name: await find({ name: { equals: gallery.name, mode: "insensitive" } }),
  };
}

/** Everything that can be checked without a person. */
export async function reviewChecks(
  tx: Tx,
  gallery: ReviewedGallery,
  known: { consents: readonly { kind: string; granted: boolean }[]; now: Date },
): Promise<ReviewCheckView[]> {
  const others = await lookAlikes(tx, gallery);
  const alone = (list: readonly OtherGallery[]) => list.length === 0;
  const expires = gallery.licenceExpiresOn;
  const given = (kind: string) => known.consents.some((c) => c.kind === kind && c.granted);
  const district = findDistrict(gallery.provinceCode, gallery.district);
  return [
    view("tax_number_valid", validateTaxNumber(gallery.taxType, gallery.taxNumber)),
    view("tax_number_unique", alone(others.tax), others.tax),
    view("licence_unique", alone(others.licence), others.licence),
    view(
      "licence_in_force",
      expires === null ? null : expires.getTime() + DAY_MS > known.now.getTime(),
    ),
    view("contact_phone_unique", gallery.phone ? alone(others.phone) : null, others.phone),
    view("name_unique", alone(others.name), others.name),
    view("district_valid", district !== undefined),
    view("consents_given", given("terms") && given("kvkk")),
  ];
}
