import type { Logger } from "@oto/observability";

const RETRY_MS = 1_000;
const WATCH_MS = 5_000;

export interface CircuitOptions {
  readonly logger: Logger | undefined;
  /** Brings the server up to date; rejects while that is impossible. */
  recover(signal: AbortSignal): Promise<void>;
  /** Rejects when the server, though it answers, is not up to date. */
  watch(): Promise<void>;
}

/**
 * Whether the search server may be asked. It begins open: the server answers nobody before it has
 * everything. The first failure opens it again; it closes itself when the server is back and has
 * caught up.
 */
export class ServerCircuit {
  readonly #options: CircuitOptions;
  readonly #stopping = new AbortController();
  #isClosed = false;
  #reason = "starting";
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(options: CircuitOptions) {
    this.#options = options;
    this.#later(0);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Why the server is not asked. */
  get reason(): string {
    return this.#reason;
  }

  /** Something went wrong that says the server is away; said once until it is back. */
  fail(error: unknown): void {
    if (!this.#isClosed) return;
    this.#isClosed = false;
    this.#reason = error instanceof Error ? error.message : String(error);
    this.#options.logger?.warn({ err: error }, "search server is away, PostgreSQL answers");
    this.#later(RETRY_MS);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#stopping.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#work = this.#turn();
    }, ms).unref();
  }

  async #turn(): Promise<void> {
    if (this.#isClosed) {
      await this.#options.watch().catch((error: unknown) => this.fail(error));
    } else {
      await this.#recover();
    }
    this.#later(this.#isClosed ? WATCH_MS : RETRY_MS);
  }

  async #recover(): Promise<void> {
    try {
      await this.#options.recover(this.#stopping.signal);
      if (this.#stopping.signal.aborted) return;
      this.#isClosed = true;
      this.#options.logger?.info({}, "search server is up to date and answers");
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.#reason === "starting") {
        this.#options.logger?.warn({ err: error }, "search server is away, PostgreSQL answers");
      }
      this.#reason = reason;
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#work;
  }
}
