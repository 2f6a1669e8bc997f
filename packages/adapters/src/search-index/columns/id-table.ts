const WORDS = 4;
const HEX = 16;

/** A UUID as four numbers in the order of ids. */
export type IdWords = readonly [number, number, number, number];

export function idWords(id: string): IdWords {
  const digits = id.replaceAll("-", "");
  const word = (at: number) => Number.parseInt(digits.slice(at * 8, at * 8 + 8), HEX);
  return [word(0), word(1), word(2), word(3)];
}

/**
 * Gives every id a slot, the next free one to a new id. Ids are kept as numbers: a map of a million
 * texts would take a hundred megabytes.
 */
export class IdTable {
  #ids = new Uint32Array(WORDS * 1_024);
  /** Slot + 1 by hash; 0 is free. Never more than half full. */
  #table = new Uint32Array(4_096);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The slot of an id; -1 when it has none. */
  find(words: IdWords): number {
    return (this.#table[this.#place(words)] ?? 0) - 1;
  }

  /** The slot of an id, a new one when it has none. */
  add(words: IdWords): number {
    const known = this.find(words);
    if (known >= 0) return known;
    if (this.#size * 2 >= this.#table.length) this.#grow();
    const slot = this.#size;
    this.#size += 1;
    if (this.#ids.length < this.#size * WORDS) {
      const ids = new Uint32Array(this.#ids.length * 2);
      ids.set(this.#ids);
      this.#ids = ids;
    }
    this.#ids.set(words, slot * WORDS);
    this.#table[this.#place(words)] = slot + 1;
    return slot;
  }

  /** Below zero when the id of `a` comes before that of `b`. */
  compare(a: number, b: number): number {
    for (let word = 0; word < WORDS; word += 1) {
      const difference = this.#word(a, word) - this.#word(b, word);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The same against an id that may have no slot. */
  compareTo(slot: number, words: IdWords): number {
    for (let word = 0; word < WORDS; word += 1) {
      const difference = this.#word(slot, word) - (words[word] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  idOf(slot: number): string {
    const digits = [0, 1, 2, 3]
      .map((word) => this.#word(slot, word).toString(HEX).padStart(8, "0"))
      .join("");
    return [0, 8, 12, 16, 20]
      .map((from, at, starts) => digits.slice(from, starts[at + 1]))
      .join("-");
  }

  #word(slot: number, word: number): number {
    return this.#ids[slot * WORDS + word] ?? 0;
  }

  /** Where an id is in the table, or where it would go. */
  #place(words: IdWords): number {
    const mask = this.#table.length - 1;
    // The last words of an id are random, whatever its version.
    let at = (Math.imul(words[3], 0x9e3779b1) ^ words[2]) & mask;
    for (;;) {
      const slot = (this.#table[at] ?? 0) - 1;
      if (slot < 0 || this.compareTo(slot, words) === 0) return at;
      at = (at + 1) & mask;
    }
  }

  #grow(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let slot = 0; slot < this.#size; slot += 1) {
      const words: IdWords = [
        this.#word(slot, 0),
        this.#word(slot, 1),
        this.#word(slot, 2),
        this.#word(slot, 3),
      ];
      this.#table[this.#place(words)] = slot + 1;
    }
  }
}
