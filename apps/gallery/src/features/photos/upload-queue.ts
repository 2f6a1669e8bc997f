/** How many files are on their way at once. */
const PARALLEL = 3;

export type UploadPhase = "waiting" | "uploading" | "finishing" | "failed" | "done";

export interface UploadItem {
  id: string;
  file: File;
  phase: UploadPhase;
  /** 0..100 of the file's bytes. */
  progress: number;
  /** Why it failed, for people. */
  problem: string | null;
  /** The photo at the API, once it has made room for it. */
  mediaId: string | null;
}

/** Where a file goes, once there is room for it. */
export interface UploadTarget {
  url: string;
  headers: Record<string, string>;
}

export interface UploadSteps {
  /** Makes room for a file; asked for one after the other, so that photos keep their order. */
  reserve: (file: File, signal: AbortSignal) => Promise<{ mediaId: string; upload: UploadTarget }>;
  /** Sends the file; `onProgress` hears 0..100. */
  send: (
    file: File,
    target: UploadTarget,
    run: { signal: AbortSignal; onProgress: (percent: number) => void },
  ) => Promise<void>;
  /** States that the file has arrived. */
  complete: (mediaId: string) => Promise<void>;
  /** Takes away what a cancelled upload left behind. */
  discard: (mediaId: string) => void;
  /** Says why something failed. */
  explain: (error: unknown) => string;
}

/**
 * Files of one vehicle on their way: three at a time, each with its own progress, each to be
 * cancelled or tried again alone. A store for `useSyncExternalStore`.
 */
export class UploadQueue {
  #items: readonly UploadItem[] = [];
  #next = 0;
  #reserved: Promise<unknown> = Promise.resolve();
  readonly #running = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  #steps: UploadSteps;

  constructor(steps: UploadSteps) {
    this.#steps = steps;
  }

  /** The steps close over the app's client and language, which a new render may bring anew. */
  replaceSteps(steps: UploadSteps): void {
    this.#steps = steps;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly read = (): readonly UploadItem[] => this.#items;

  /** Queues files; a `problem` refuses one at once, before any byte of it travels. */
  add(files: readonly { file: File; problem: string | null }[]): void {
    const added = files.map(({ file, problem }): UploadItem => {
      this.#next += 1;
      const phase = problem === null ? "waiting" : "failed";
      return { id: `upload-${this.#next}`, file, phase, progress: 0, problem, mediaId: null };
    });
    this.#set([...this.#items, ...added]);
    this.#pump();
  }

  retry(id: string): void {
    this.#patch(id, { phase: "waiting", progress: 0, problem: null, mediaId: null });
    this.#pump();
  }

  /** Stops an upload, or takes a failed one off the list. */
  remove(id: string): void {
    const item = this.#items.find((entry) => entry.id === id);
    this.#running.get(id)?.abort();
    this.#set(this.#items.filter((entry) => entry.id !== id));
    if (item?.mediaId && item.phase !== "done") this.#steps.discard(item.mediaId);
  }

  /** Stops everything: the screen goes away. */
  stop(): void {
    for (const run of this.#running.values()) run.abort();
  }

  #set(items: readonly UploadItem[]): void {
    this.#items = items;
    for (const listener of this.#listeners) listener();
  }

  #patch(id: string, change: Partial<UploadItem>): void {
    this.#set(this.#items.map((item) => (item.id === id ? { ...item, ...change } : item)));
  }

  #pump(): void {
    for (const item of this.#items) {
      if (this.#running.size >= PARALLEL) return;
      if (item.phase === "waiting" && !this.#running.has(item.id)) void this.#run(item);
    }
  }

  async #run({ id, file }: UploadItem): Promise<void> {
    const run = new AbortController();
    this.#running.set(id, run);
    this.#patch(id, { phase: "uploading" });
    try {
      const { mediaId, upload } = await this.#reserve(file, run.signal);
      this.#patch(id, { mediaId });
      if (run.signal.aborted) this.#steps.discard(mediaId);
      await this.#steps.send(file, upload, {
        signal: run.signal,
        onProgress: (progress) => this.#patch(id, { progress }),
      });
      this.#patch(id, { phase: "finishing", progress: 100 });
      await this.#steps.complete(mediaId);
      this.#patch(id, { phase: "done" });
    } catch (error) {
      if (!run.signal.aborted) this.#fail(id, error);
    } finally {
      this.#running.delete(id);
      this.#pump();
    }
  }

  #reserve(file: File, signal: AbortSignal) {
    const room = this.#reserved.then(() => this.#steps.reserve(file, signal));
    this.#reserved = room.catch(() => undefined);
    return room;
  }

  #fail(id: string, error: unknown): void {
    const left = this.#items.find((item) => item.id === id)?.mediaId;
    this.#patch(id, { phase: "failed", problem: this.#steps.explain(error), mediaId: null });
    if (left) this.#steps.discard(left);
  }
}
