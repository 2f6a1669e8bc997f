import { expect, vi } from "vitest";
import type { ListingDocument, SearchIndex, SearchRequest } from "../search-index.port";

export const SETTLED = { timeout: 10_000, interval: 20 };

/** The index under test, opened anew and empty for every test. */
export class ContractSubject {
  #index: SearchIndex | undefined;

  get index(): SearchIndex {
    if (!this.#index) throw new Error("the index is opened before each test");
    return this.#index;
  }

  async use(index: SearchIndex): Promise<void> {
    this.#index = index;
    await index.clear();
    await vi.waitFor(async () => expect(await index.count()).toBe(0), SETTLED);
  }

  /** Adds documents and waits until they are findable. */
  async given(...documents: ListingDocument[]): Promise<void> {
    await this.index.upsert(documents);
    await vi.waitFor(async () => expect(await this.index.count()).toBe(documents.length), SETTLED);
  }

  /** Titles of what is found, sorted. */
  async titles(request: Partial<SearchRequest>): Promise<string[]> {
    const { items } = await this.index.search({ limit: 100, ...request });
    return items.map(({ title }) => title).sort();
  }
}
