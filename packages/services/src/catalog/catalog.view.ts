import type { BodyType, Drivetrain, Fuel, Transmission } from "@oto/domain";

export interface CatalogItem {
  id: string;
  name: string;
  slug: string;
}

export interface MakeView extends CatalogItem {
  /** ISO 3166 code of where the make is from. */
  country: string | null;
}

/** What a model says about its vehicles: fills the vehicle form. */
export interface ModelSpecs {
  fuel: Fuel;
  /** What it was sold as; a form may choose for the dealer when there is one. */
  bodyTypes: BodyType[];
  transmissions: Transmission[];
  drivetrain: Drivetrain;
  engineCc: number | null;
  powerHp: number | null;
  yearFrom: number;
  /** Null while it is still sold. */
  yearTo: number | null;
}

export interface ModelView extends CatalogItem, ModelSpecs {}

/** A trim with the specifications of its model. */
export interface TrimView extends CatalogItem, ModelSpecs {}

export interface CatalogList<Item extends CatalogItem> {
  items: Item[];
}
