import type { ComparedListing } from "../market/market-views";

/** A line of the comparison before it has words: a value a vehicle, null where it is unknown. */
export interface CompareRow {
  key: CompareKey;
  values: (string | number | boolean | null)[];
  /** The vehicles do not all say the same. */
  differs: boolean;
  /** Columns with the best value, where one can say what is better and they differ. */
  best: number[];
}

type Read = (listing: ComparedListing) => string | number | boolean | null;

const READ = {
  price: ({ price }) => price.amount,
  year: ({ modelYear }) => modelYear,
  km: ({ mileageKm }) => mileageKm,
  trim: ({ modelName, trimName }) => [modelName, trimName].filter(Boolean).join(" ") || null,
  fuel: ({ fuel }) => fuel,
  transmission: ({ transmission }) => transmission,
  bodyType: ({ bodyType }) => bodyType,
  drivetrain: ({ drivetrain }) => drivetrain,
  engine: ({ engineCc }) => engineCc,
  power: ({ powerHp }) => powerHp,
  color: ({ color }) => color,
  painted: ({ panelSummary }) => panelSummary.painted,
  replaced: ({ panelSummary }) => panelSummary.replaced,
  damage: ({ damageStatus }) => damageStatus,
  owners: ({ ownerCount }) => ownerCount,
  warranty: ({ warranty }) => warranty,
  tradeIn: ({ tradeIn }) => tradeIn,
  liens: ({ liens }) => liens,
  place: ({ district, province }) => `${district}, ${province.name}`,
  gallery: ({ gallery }) => gallery.name,
  trust: ({ gallery }) => gallery.trust,
  published: ({ publishedAt }) => publishedAt.slice(0, 10),
} as const satisfies Record<string, Read>;
export type CompareKey = keyof typeof READ;
const KEYS = Object.keys(READ) as CompareKey[];

const LESS_IS_BETTER: readonly CompareKey[] = ["price", "km", "painted", "replaced", "owners"];
const MORE_IS_BETTER: readonly CompareKey[] = ["year", "power", "trust"];

function bestOf(key: CompareKey, values: CompareRow["values"]): number[] {
  const numbers = values.filter((value) => typeof value === "number");
  const less = LESS_IS_BETTER.includes(key);
  if ((!less && !MORE_IS_BETTER.includes(key)) || numbers.length < 2) return [];
  const best = less ? Math.min(...numbers) : Math.max(...numbers);
  if (numbers.every((value) => value === best)) return [];
  return values.flatMap((value, column) => (value === best ? [column] : []));
}

/** The comparison line by line; a line that no vehicle says anything about is left out. */
export function compareRows(listings: readonly ComparedListing[]): CompareRow[] {
  const currencies = new Set(listings.map(({ price }) => price.currency));
  return KEYS.flatMap((key) => {
    const read: Read = READ[key];
    const values = listings.map(read);
    if (values.every((value) => value === null)) return [];
    const comparable = key !== "price" || currencies.size === 1;
    const differs = new Set(values).size > 1 || !comparable;
    return [{ key, values, differs, best: comparable ? bestOf(key, values) : [] }];
  });
}
