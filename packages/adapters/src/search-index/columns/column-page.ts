import type { Sort } from "@oto/domain";
import { distanceRanks } from "@oto/domain";
import type { ListingPlace } from "../listing-order";
import { distanceKey } from "../listing-order";
import type { IdWords } from "./id-table";
import { idWords } from "./id-table";
import type { ListingColumns } from "./listing-columns";

type FieldSort = Exclude<Sort, "relevance">;

const KEYS = {
  newest: ["published", -1],
  price_asc: ["price", 1],
  price_desc: ["price", -1],
  km_asc: ["km", 1],
  year_desc: ["year", -1],
  // Made of two columns: see `keysOf`.
  distance: [null, 1],
} as const satisfies Record<FieldSort, readonly [string | null, 1 | -1]>;

/** A page in the order of columns. */
export interface FieldPage {
  readonly sort: FieldSort;
  /** Plate code that `distance` is measured from. */
  readonly from?: number | undefined;
  readonly after: ListingPlace | null;
  readonly limit: number;
}

type Order = Pick<FieldPage, "sort" | "from">;

/** What slots are sorted by. */
function keysOf(market: ListingColumns, { from, sort }: Order): (slot: number) => number {
  const [name] = KEYS[sort];
  if (name !== null) {
    const keys = market.columns[name];
    return (slot) => keys[slot] ?? 0;
  }
  const { province, published } = market.columns;
  const ranks = distanceRanks(from ?? 0);
  return (slot) => distanceKey(ranks[province[slot] ?? 0] ?? 0, published[slot] ?? 0);
}

/** A value of what is sorted by, and the id that breaks ties. */
interface Place {
  readonly key: number;
  readonly words: IdWords;
}

const placeOf = (sort: FieldSort, { value, vehicleId }: ListingPlace): Place => ({
  key: sort === "newest" ? Date.parse(value) : Number(value),
  words: idWords(vehicleId),
});

/** The best slots by a sort, kept in order while others are looked at. */
class Best {
  readonly slots: number[] = [];
  readonly #keys: number[] = [];
  readonly #most: number;
  readonly #comesFirst: (a: number, b: number) => boolean;

  constructor(most: number, comesFirst: (a: number, b: number) => boolean) {
    this.#most = most;
    this.#comesFirst = comesFirst;
  }

  /** `key` is the smaller the better. */
  offer(slot: number, key: number): void {
    const worst = this.#keys.at(-1);
    const isFull = this.slots.length === this.#most;
    if (isFull && worst !== undefined) {
      if (key > worst) return;
      if (key === worst && !this.#comesFirst(slot, this.slots.at(-1) ?? 0)) return;
      this.slots.pop();
      this.#keys.pop();
    }
    let at = this.slots.length;
    while (at > 0) {
      const before = this.#keys[at - 1] ?? 0;
      if (before < key || (before === key && !this.#comesFirst(slot, this.slots[at - 1] ?? 0))) {
        break;
      }
      at -= 1;
    }
    this.slots.splice(at, 0, slot);
    this.#keys.splice(at, 0, key);
  }
}

/** The first slots of what is found, in the order of a sort, behind a place. */
export function pageOfSlots(market: ListingColumns, found: Int32Array, want: FieldPage): number[] {
  const [, sign] = KEYS[want.sort];
  const keyOf = keysOf(market, want);
  const { ids } = market;
  const after = want.after && placeOf(want.sort, want.after);
  const afterKey = after ? after.key * sign : Number.NEGATIVE_INFINITY;
  const best = new Best(want.limit, (a, b) => ids.compare(a, b) * sign < 0);
  // From the last slot on: it is the newest, so the first offers are mostly the best.
  for (let at = found.length - 1; at >= 0; at -= 1) {
    const slot = found[at] ?? 0;
    const key = keyOf(slot) * sign;
    if (key < afterKey) continue;
    if (after && key === afterKey && ids.compareTo(slot, after.words) * sign <= 0) continue;
    best.offer(slot, key);
  }
  return best.slots;
}

/** Where a slot stands in a sort, written as PostgreSQL writes it. */
export function placeOfSlot(market: ListingColumns, order: Order, slot: number): ListingPlace {
  const key = keysOf(market, order)(slot);
  const value = order.sort === "newest" ? new Date(key).toISOString() : String(key);
  return { value, vehicleId: market.ids.idOf(slot) };
}

/** The newest of what is found; all of it when that is not more than `most`. */
export function newestSlots(
  market: ListingColumns,
  found: Int32Array,
  most: number,
): readonly Int32Array[] {
  if (found.length <= most) return [found, new Int32Array(0)];
  const { published } = market.columns;
  const times = Float64Array.from(found, (slot) => published[slot] ?? 0).sort();
  const since = times[times.length - most] ?? 0;
  const isNew = (slot: number) => (published[slot] ?? 0) >= since;
  return [found.filter(isNew), found.filter((slot) => !isNew(slot))];
}
