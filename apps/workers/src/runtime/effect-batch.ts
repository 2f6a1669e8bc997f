/** Things that are done together at most. */
const LARGEST = 64;

interface Waiting<Item> {
  readonly item: Item;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Does things together that are asked for at about the same time: what comes while one batch is
 * under way forms the next. A batch that fails is done one by one, so that each of its things has
 * its own outcome.
 */
export class EffectBatch<Item> {
  readonly #together: (items: readonly Item[]) => Promise<void>;
  #waiting: Waiting<Item>[] = [];
  #running = false;

  /** @param together does all of the things or none of them */
  constructor(together: (items: readonly Item[]) => Promise<void>) {
    this.#together = together;
  }

  /** Resolves when it is done, rejects with what it failed of. */
  add(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    // One turn of the event loop, so that what was delivered together is done together.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, LARGEST);
      this.#waiting = this.#waiting.slice(LARGEST);
      if (!(await this.#done(batch)) && batch.length > 1) {
        for (const each of batch) await this.#done([each]);
      }
    }
    this.#running = false;
  }

  /** Whether all of it was done; one thing alone is told why it was not. */
  async #done(batch: readonly Waiting<Item>[]): Promise<boolean> {
    try {
      await this.#together(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
      return true;
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      return false;
    }
  }
}
