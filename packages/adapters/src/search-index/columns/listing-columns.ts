import { RANGE_EDGES } from "../facet-columns";
import { Codes } from "./codes";
import { IdTable, idWords } from "./id-table";

/** A listing as the columns are filled: in the order of `COLUMN_SQL`. */
export type ColumnRow = readonly (string | number | boolean | null)[];

/** What is read of a listing `l`, behind its id; a row without a gallery is one that is gone. */
export const COLUMN_SQL = `l.gallery_id, l.public_visible, l.make_id, l.series_id, l.model_id,
  l.model_year, l.mileage_km, l.fuel, l.transmission, l.body_type, l.drivetrain, l.color, l.engine_cc,
  l.power_hp, l.province_code, l.district, l.price_try, l.painted_panels, l.flawless,
  l.damage_status, l.warranty, l.trade_in, l.photo_count > 0, l.trust_score,
  (extract(epoch from l.published_at) * 1000)::bigint, l.trim_id`;

export const FLAG = {
  live: 1,
  public: 2,
  flawless: 4,
  warranty: 8,
  tradeIn: 16,
  hasPhotos: 32,
} as const;

/** Stands for an unknown engine, power or trust. */
export const UNKNOWN = -1;

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

interface Stored {
  flags: Uint8Array;
  gallery: Uint32Array;
  make: Uint32Array;
  series: Uint32Array;
  model: Uint32Array;
  trim: Uint32Array;
  district: Uint32Array;
  fuel: Uint8Array;
  transmission: Uint8Array;
  bodyType: Uint8Array;
  drivetrain: Uint8Array;
  color: Uint8Array;
  damage: Uint8Array;
  province: Uint8Array;
  painted: Uint8Array;
  /** Numbers of the ranges that facets count, from 1; 0 is unknown. */
  priceRange: Uint8Array;
  kmRange: Uint8Array;
  engineRange: Uint8Array;
  powerRange: Uint8Array;
  year: Uint16Array;
  km: Int32Array;
  engine: Int32Array;
  power: Int32Array;
  trust: Int32Array;
  /** Comparable kuruş, and milliseconds since 1970. */
  price: Float64Array;
  published: Float64Array;
}

function makeColumns(capacity: number): Stored {
  const bytes = () => new Uint8Array(capacity);
  const codes = () => new Uint32Array(capacity);
  const numbers = () => new Int32Array(capacity);
  return {
    flags: bytes(),
    gallery: codes(),
    make: codes(),
    series: codes(),
    model: codes(),
    trim: codes(),
    district: codes(),
    fuel: bytes(),
    transmission: bytes(),
    bodyType: bytes(),
    drivetrain: bytes(),
    color: bytes(),
    damage: bytes(),
    province: bytes(),
    painted: bytes(),
    priceRange: bytes(),
    kmRange: bytes(),
    engineRange: bytes(),
    powerRange: bytes(),
    year: new Uint16Array(capacity),
    km: numbers(),
    engine: numbers(),
    power: numbers(),
    trust: numbers(),
    price: new Float64Array(capacity),
    published: new Float64Array(capacity),
  };
}

const CODED = [
  "gallery",
  "make",
  "series",
  "model",
  "district",
  "fuel",
  "transmission",
  "bodyType",
  "drivetrain",
  "color",
  "damage",
  "trim",
] as const;
export type CodedColumn = (typeof CODED)[number];

function rangeOf(edges: readonly number[] | null, value: number): number {
  let range = 0;
  for (const edge of edges ?? []) if (edge <= value) range += 1;
  return range;
}

const text = (value: ColumnRow[number] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
const number = (value: ColumnRow[number] | undefined): number =>
  value === null || value === undefined ? UNKNOWN : Number(value);

/** All listings of the market, a slot each, column by column; about 80 bytes a listing. */
export class ListingColumns {
  readonly ids = new IdTable();
  readonly codes: Readonly<Record<CodedColumn, Codes>>;
  #capacity = 1_024;
  #stored = makeColumns(this.#capacity);

  constructor() {
    const codes = CODED.map((name) => [name, new Codes()] as const);
    this.codes = Object.fromEntries(codes) as Record<CodedColumn, Codes>;
  }

  /** Slots in use, those of listings that are gone included. */
  get size(): number {
    return this.ids.size;
  }

  /** To be read only, and only until the next change. */
  get columns(): Readonly<Stored> {
    return this.#stored;
  }

  /** Takes in what a listing is now. */
  put(vehicleId: string, row: ColumnRow): void {
    const words = idWords(vehicleId);
    if (row[0] === null) {
      const slot = this.ids.find(words);
      if (slot >= 0) this.#stored.flags[slot] = 0;
      return;
    }
    const slot = this.ids.add(words);
    if (slot >= this.#capacity) this.#grow();
    this.#putCodes(slot, row);
    this.#putNumbers(slot, row);
    const flags = [
      FLAG.live,
      row[1] === true && FLAG.public,
      row[18] === true && FLAG.flawless,
      row[20] === true && FLAG.warranty,
      row[21] === true && FLAG.tradeIn,
      row[22] === true && FLAG.hasPhotos,
    ];
    this.#stored.flags[slot] = flags.reduce<number>((sum, flag) => sum | (flag || 0), 0);
  }

  #putCodes(slot: number, row: ColumnRow): void {
    const places = [0, 2, 3, 4, 15, 7, 8, 9, 10, 11, 19, 25];
    CODED.forEach((name, at) => {
      this.#stored[name][slot] = this.codes[name].codeOf(text(row[places[at] ?? 0]));
    });
  }

  #putNumbers(slot: number, row: ColumnRow): void {
    const stored = this.#stored;
    const [km, price, engine, power] = [row[6], row[16], row[12], row[13]].map(number);
    stored.year[slot] = number(row[5]);
    stored.km[slot] = km ?? 0;
    stored.engine[slot] = engine ?? UNKNOWN;
    stored.power[slot] = power ?? UNKNOWN;
    stored.province[slot] = number(row[14]);
    stored.price[slot] = price ?? 0;
    stored.painted[slot] = number(row[17]);
    stored.trust[slot] = number(row[23]);
    stored.published[slot] = number(row[24]);
    stored.priceRange[slot] = rangeOf(RANGE_EDGES.price, price ?? 0);
    stored.kmRange[slot] = rangeOf(RANGE_EDGES.km, km ?? 0);
    stored.engineRange[slot] = rangeOf(RANGE_EDGES.engine, engine ?? UNKNOWN);
    stored.powerRange[slot] = rangeOf(RANGE_EDGES.power, power ?? UNKNOWN);
  }

  #grow(): void {
    this.#capacity = Math.ceil(this.#capacity * 1.5);
    const grown = makeColumns(this.#capacity);
    for (const [name, column] of Object.entries(this.#stored) as [keyof Stored, Numbers][]) {
      grown[name].set(column);
    }
    this.#stored = grown;
  }
}
