import type { TaxType } from "@oto/domain";
import type { Platform } from "../context";
import type { Place } from "./envelope";
import { vaultOf } from "./vault";

/**
 * A sole trader's tax number is the person's national id (TCKN): it is stored sealed, with a blind
 * index in the place of the number so that it stays unique and can be found. A company's VKN is in
 * public registers and stays as it is.
 */
const BLIND = "bi1:";

const placeOf = (galleryId: string): Place => ({
  table: "gallery",
  column: "tax_number_cipher",
  row: galleryId,
});

const blind = (platform: Pick<Platform, "env">, tckn: string) =>
  BLIND + vaultOf(platform).blindIndex(tckn, "gallery.tax_number");

export interface StoredTaxNumber {
  /** VKN, or the blind index of a TCKN. */
  taxNumber: string;
  taxNumberCipher: string | null;
}

/** How a tax number is written into a gallery's row. */
export function sealTaxNumber(
  platform: Pick<Platform, "env">,
  gallery: { id: string; taxType: TaxType; taxNumber: string },
): StoredTaxNumber {
  const { id, taxType, taxNumber } = gallery;
  if (taxType === "VKN") return { taxNumber, taxNumberCipher: null };
  return {
    taxNumber: blind(platform, taxNumber),
    taxNumberCipher: vaultOf(platform).seal(taxNumber, placeOf(id)),
  };
}

/** The number itself, from a gallery's row. */
export function openTaxNumber(
  platform: Pick<Platform, "env">,
  row: { id: string } & StoredTaxNumber,
): string {
  const { id, taxNumber, taxNumberCipher } = row;
  return taxNumberCipher === null
    ? taxNumber
    : vaultOf(platform).open(taxNumberCipher, placeOf(id));
}

/** What a number may stand as in the column, for looking it up: by type where that is known. */
export const storedFormsOf = (platform: Pick<Platform, "env">, taxNumber: string): string[] => [
  taxNumber,
  blind(platform, taxNumber),
];

/** Whether a TCKN stands there unsealed: written before sealing was. */
export const isUnsealedTckn = (row: { taxType: TaxType } & StoredTaxNumber): boolean =>
  row.taxType === "TCKN" && row.taxNumberCipher === null;

/** A gallery's row as the rest of the platform reads it: the number itself, and no cipher. */
export function unsealTaxNumber<Row extends { id: string } & StoredTaxNumber>(
  platform: Pick<Platform, "env">,
  row: Row,
): Omit<Row, "taxNumberCipher"> {
  const { taxNumberCipher: _sealed, ...open } = row;
  return { ...open, taxNumber: openTaxNumber(platform, row) };
}
