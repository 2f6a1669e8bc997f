import { ApiError } from "./api-error";
import type { Document } from "./filter-match";
import { fieldOf } from "./filter-match";
import type { IndexSettings } from "./settings";
import { defaultSettings } from "./settings";
import { textOf, wordsOf } from "./words";

/** Where a word stands in a document: the attribute's rank and the place in it. */
export interface Place {
  readonly attribute: number;
  readonly position: number;
}

interface Slot {
  readonly document: Document;
  isAlive: boolean;
}

/** Places are remembered in small indexes only: for memory. */
const MOST_REMEMBERED = 10_000;
const DOCUMENT_ID = /^[a-zA-Z0-9_-]{1,511}$/;

/** Documents of one index and the words they are found by. */
export class SandboxIndex {
  readonly createdAt: string;
  updatedAt: string;
  primaryKey: string | null;
  settings: IndexSettings = defaultSettings();
  /** Slots by document id. */
  readonly #slotOf = new Map<string, number>();
  #slots: Slot[] = [];
  #places = new WeakMap<Document, Map<string, Place[]>>();
  /** Slots that have a word, dead ones included. */
  readonly #postings = new Map<string, number[]>();

  constructor(primaryKey: string | null, at: string) {
    this.primaryKey = primaryKey;
    this.createdAt = at;
    this.updatedAt = at;
  }

  get size(): number {
    return this.#slotOf.size;
  }

  /** Every word of every document, and of some that are gone. */
  get vocabulary(): Iterable<string> {
    return this.#postings.keys();
  }

  knows(word: string): boolean {
    return this.#postings.has(word);
  }

  document(id: string): Document | undefined {
    const slot = this.#slotOf.get(id);
    return slot === undefined ? undefined : this.#slots[slot]?.document;
  }

  *documents(): Generator<Document> {
    for (const slot of this.#slots) if (slot.isAlive) yield slot.document;
  }

  /** Living documents with one of these words. */
  withAnyOf(words: Iterable<string>): Set<Document> {
    const found = new Set<Document>();
    for (const word of words) {
      for (const at of this.#postings.get(word) ?? []) {
        const slot = this.#slots[at];
        if (slot?.isAlive) found.add(slot.document);
      }
    }
    return found;
  }

  #searchable(document: Document): string[] {
    const { searchableAttributes } = this.settings;
    return searchableAttributes.includes("*") ? Object.keys(document) : searchableAttributes;
  }

  /** Words of a document with their places, best first. */
  placesIn(document: Document, only?: readonly string[]): Map<string, Place[]> {
    const known = only ? undefined : this.#places.get(document);
    if (known) return known;
    const places = this.#read(document, only);
    if (!only && this.size < MOST_REMEMBERED) this.#places.set(document, places);
    return places;
  }

  #read(document: Document, only?: readonly string[]): Map<string, Place[]> {
    const places = new Map<string, Place[]>();
    this.#searchable(document).forEach((name, attribute) => {
      if (only && !only.includes(name)) return;
      wordsOf(textOf(fieldOf(document, name))).forEach((word, position) => {
        const known = places.get(word) ?? [];
        known.push({ attribute, position });
        places.set(word, known);
      });
    });
    return places;
  }

  attributeName(document: Document, rank: number): string {
    return this.#searchable(document)[rank] ?? "";
  }

  #learn(at: number, document: Document): void {
    for (const word of this.placesIn(document).keys()) {
      const known = this.#postings.get(word);
      if (known) known.push(at);
      else this.#postings.set(word, [at]);
    }
  }

  /** @throws ApiError when the primary key is missing or malformed */
  idOf(document: Document): string {
    this.primaryKey ??= this.#inferredKey(document);
    const id = document[this.primaryKey];
    if (id === undefined) {
      throw new ApiError(
        "missing_document_id",
        `Document doesn't have a \`${this.primaryKey}\` attribute: \`${JSON.stringify(document).slice(0, 200)}\`.`,
      );
    }
    const isInteger = typeof id === "number" && Number.isInteger(id);
    if (!isInteger && !(typeof id === "string" && DOCUMENT_ID.test(id))) {
      throw new ApiError(
        "invalid_document_id",
        `Document identifier \`${JSON.stringify(id)}\` is invalid. A document identifier can be of type integer or string, only composed of alphanumeric characters (a-z A-Z 0-9), hyphens (-) and underscores (_), and can not be more than 511 bytes.`,
      );
    }
    return String(id);
  }

  #inferredKey(document: Document): string {
    const candidates = Object.keys(document).filter((name) => name.toLowerCase().endsWith("id"));
    const [only, ...more] = candidates;
    if (only && more.length === 0) return only;
    throw only
      ? new ApiError(
          "index_primary_key_multiple_candidates_found",
          `The primary key inference failed as the engine found ${candidates.length} fields ending with \`id\` in their names: '${only}' and '${more[0]}'. Please specify the primary key manually using the \`primaryKey\` query parameter.`,
        )
      : new ApiError(
          "index_primary_key_no_candidate_found",
          "The primary key inference failed as the engine did not find any field ending with `id` in its name.",
        );
  }

  /** Adds documents; a known id is replaced, or only the fields given. */
  put(documents: readonly Document[], mode: "replace" | "update"): void {
    // All ids are looked at first: a task writes everything or nothing.
    const ids = documents.map((document) => this.idOf(document));
    documents.forEach((document, index) => {
      const id = ids[index] ?? "";
      const known = this.document(id);
      this.remove([id]);
      const next = mode === "update" ? { ...known, ...document } : document;
      this.#slots.push({ document: next, isAlive: true });
      const at = this.#slots.length - 1;
      this.#slotOf.set(id, at);
      this.#learn(at, next);
    });
    if (this.#slots.length > 2_000 && this.#slots.length > this.size * 2) this.rebuild();
  }

  /** @returns how many were there */
  remove(ids: readonly string[]): number {
    let removed = 0;
    for (const id of ids) {
      const at = this.#slotOf.get(id);
      const slot = at === undefined ? undefined : this.#slots[at];
      if (!slot) continue;
      slot.isAlive = false;
      this.#slotOf.delete(id);
      removed += 1;
    }
    return removed;
  }

  clear(): number {
    const removed = this.size;
    this.#slots = [];
    this.#slotOf.clear();
    this.#postings.clear();
    this.#places = new WeakMap();
    return removed;
  }

  /** Forgets dead slots and reads all words again, as new settings may demand. */
  rebuild(): void {
    const documents = [...this.documents()];
    this.clear();
    for (const document of documents) {
      this.#slots.push({ document, isAlive: true });
      this.#slotOf.set(this.idOf(document), this.#slots.length - 1);
      this.#learn(this.#slots.length - 1, document);
    }
  }
}
