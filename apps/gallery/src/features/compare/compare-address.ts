import { createSerializer, parseAsArrayOf, parseAsString } from "nuqs";

/** The vehicles of a comparison as they stand in the address, in the order of their columns. */
export const compareParsers = { arac: parseAsArrayOf(parseAsString).withDefault([]) };

const serialize = createSerializer(compareParsers);

/** The address of a comparison: whoever gets it sees the same. */
export const compareHref = (vehicleIds: readonly string[]): string =>
  serialize("/pazar/karsilastir", { arac: [...vehicleIds] });
