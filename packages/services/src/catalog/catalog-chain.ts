import type { Tx } from "@oto/db";
import { DomainError } from "@oto/domain";
import { readChain } from "./catalog.repo";

export interface CatalogChoice {
  makeId: string;
  seriesId: string;
  modelId: string | null;
  trimId: string | null;
}

export interface CatalogNames {
  makeName: string;
  seriesName: string;
  modelName: string | null;
  trimName: string | null;
}

/**
 * The names of a choice from the catalogue, after checking that each part belongs to the one
 * before it.
 *
 * @throws DomainError `inventory.catalog_mismatch` with the first field that does not fit
 */
export async function resolveChain(tx: Tx, choice: CatalogChoice): Promise<CatalogNames> {
  const { makeName, seriesName, modelName, trimName } = await readChain(tx, choice);
  const refuse = (field: keyof CatalogChoice) =>
    new DomainError(
      "inventory.catalog_mismatch",
      { field },
      { fields: { [field]: ["validation.invalid"] } },
    );
  if (makeName === null) throw refuse("makeId");
  if (seriesName === null) throw refuse("seriesId");
  if (choice.modelId !== null && modelName === null) throw refuse("modelId");
  if (choice.trimId !== null && trimName === null) throw refuse("trimId");
  return { makeName, seriesName, modelName, trimName };
}
