import { Prisma } from "@oto/db";
import type { Locale } from "@oto/domain";
import { DomainError, findDistrict, messageText, validateTaxNumber } from "@oto/domain";
import type { GalleryResubmitInput } from "./gallery.input";
import type { GalleryRow } from "./gallery-view";
import { toGalleryDetails } from "./gallery-view";

const invalid = (field: string, key: string, locale: Locale) =>
  new DomainError("input.invalid", {}, { fields: { [field]: [messageText(key, locale)] } });

/** Fields that the input really changes; forms send back what they were given. */
export function changedFields(row: GalleryRow, input: GalleryResubmitInput): string[] {
  const current = new Map<string, unknown>(Object.entries(toGalleryDetails(row)));
  return Object.entries(input)
    .filter((entry) => entry[1] !== undefined)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(current.get(field)))
    .map(([field]) => field);
}

/**
 * The columns to write for the fields that change, the district in its official spelling.
 * @throws DomainError `input.invalid` for a district of another province or a wrong tax number
 */
export function columnsOf(
  row: GalleryRow,
  input: GalleryResubmitInput,
  locale: Locale,
): Prisma.GalleryUpdateInput {
  const { answeringHours, licenceExpiresOn, district, provinceCode, taxType, taxNumber, ...plain } =
    input;
  const columns: Record<string, unknown> = { ...plain };
  if (answeringHours !== undefined) columns.answeringHours = answeringHours ?? Prisma.DbNull;
  if (licenceExpiresOn !== undefined) {
    columns.licenceExpiresOn = licenceExpiresOn === null ? null : new Date(licenceExpiresOn);
  }
  if (district !== undefined || provinceCode !== undefined) {
    const province = provinceCode ?? row.provinceCode;
    const official = findDistrict(province, district ?? row.district);
    if (!official) throw invalid("district", "validation.district", locale);
    Object.assign(columns, { provinceCode: province, district: official });
  }
  if (taxType !== undefined || taxNumber !== undefined) {
    const next = { taxType: taxType ?? row.taxType, taxNumber: taxNumber ?? row.taxNumber };
    if (!validateTaxNumber(next.taxType, next.taxNumber)) {
      throw invalid("taxNumber", `validation.${next.taxType.toLowerCase()}`, locale);
    }
    Object.assign(columns, next);
  }
  const written = Object.entries(columns).filter(([, value]) => value !== undefined);
  return Object.fromEntries(written) as Prisma.GalleryUpdateInput;
}
