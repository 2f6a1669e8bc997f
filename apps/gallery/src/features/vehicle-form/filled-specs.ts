import type { BodyType, Drivetrain, Fuel, Transmission } from "@oto/domain";
import type { VehicleFormValues } from "./vehicle-form-values";

interface ModelSpecs {
  fuel: Fuel;
  bodyTypes: BodyType[];
  transmissions: Transmission[];
  drivetrain: Drivetrain;
  engineCc: number | null;
  powerHp: number | null;
}

/** The fields that a model of the catalogue can fill in. */
export const FILLED_FIELDS = [
  "fuel",
  "transmission",
  "bodyType",
  "drivetrain",
  "engineCc",
  "powerHp",
] as const satisfies readonly (keyof VehicleFormValues)[];
export type FilledField = (typeof FILLED_FIELDS)[number];

const onlyOne = <V>(values: readonly V[]): V | undefined =>
  values.length === 1 ? values[0] : undefined;

/** What is certain about every vehicle of a model; where it came in several kinds, people choose. */
export function specsOf(model: ModelSpecs): Partial<Pick<VehicleFormValues, FilledField>> {
  const transmission = onlyOne(model.transmissions);
  const bodyType = onlyOne(model.bodyTypes);
  return {
    fuel: model.fuel,
    drivetrain: model.drivetrain,
    ...(transmission === undefined ? {} : { transmission }),
    ...(bodyType === undefined ? {} : { bodyType }),
    ...(model.engineCc === null ? {} : { engineCc: model.engineCc }),
    ...(model.powerHp === null ? {} : { powerHp: model.powerHp }),
  };
}
