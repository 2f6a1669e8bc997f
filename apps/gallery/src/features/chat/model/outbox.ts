/** Why something could not be sent: `cut` may pass by itself, `refused` will not. */
export type SendProblem = { kind: "cut" } | { kind: "refused"; text: string };

export type SendPhase = "sending" | "waiting" | "failed";

/** A message that is written and has not arrived. */
export interface Outgoing<Body> {
  clientMessageId: string;
  roomId: string;
  body: Body;
  writtenAt: string;
  phase: SendPhase;
  /** Why it was refused, for people. */
  problem: string | null;
}

export interface OutboxSteps<Body> {
  /** Resolves once the server has it; rejects otherwise. Safe to repeat: the id makes it one. */
  send: (item: Outgoing<Body>) => Promise<void>;
  explain: (error: unknown) => SendProblem;
  /** Keeps what has not arrived, in case the page goes away. */
  keep: (items: readonly Outgoing<Body>[]) => void;
}

/**
 * Messages on their way, room by room in the order in which they were written: while one of a room
 * has not arrived, none behind it leaves. What a lost connection held up goes on with `resume`. A
 * store for `useSyncExternalStore`.
 */
export class Outbox<Body> {
  #items: readonly Outgoing<Body>[];
  readonly #busy = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #steps: OutboxSteps<Body>;

  /** `kept` is what an earlier page left behind; it goes on with the first `resume`. */
  constructor(steps: OutboxSteps<Body>, kept: readonly Outgoing<Body>[] = []) {
    this.#steps = steps;
    this.#items = kept.map((item) =>
      item.phase === "failed" ? item : { ...item, phase: "waiting" },
    );
  }

  replaceSteps(steps: OutboxSteps<Body>): void {
    this.#steps = steps;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly read = (): readonly Outgoing<Body>[] => this.#items;

  /** Puts a message on its way. */
  add(item: Pick<Outgoing<Body>, "clientMessageId" | "roomId" | "body" | "writtenAt">): void {
    this.#set([...this.#items, { ...item, phase: "sending", problem: null }]);
    void this.#pump(item.roomId);
  }

  /** Tries a refused one again. */
  retry(clientMessageId: string): void {
    const item = this.#items.find((entry) => entry.clientMessageId === clientMessageId);
    if (item === undefined) return;
    this.#patch(clientMessageId, { phase: "sending", problem: null });
    void this.#pump(item.roomId);
  }

  /** Gives a message up. */
  discard(clientMessageId: string): void {
    this.#set(this.#items.filter((item) => item.clientMessageId !== clientMessageId));
  }

  /** What has arrived, by whatever way one heard of it. */
  arrived(clientMessageIds: ReadonlySet<string>): void {
    if (this.#items.some((item) => clientMessageIds.has(item.clientMessageId))) {
      this.#set(this.#items.filter((item) => !clientMessageIds.has(item.clientMessageId)));
    }
  }

  /** The connection is back: what waited goes on. */
  resume(): void {
    const waiting = this.#items.filter(({ phase }) => phase === "waiting");
    if (waiting.length === 0) return;
    this.#set(
      this.#items.map((item) => (item.phase === "waiting" ? { ...item, phase: "sending" } : item)),
    );
    for (const roomId of new Set(waiting.map((item) => item.roomId))) void this.#pump(roomId);
  }

  #set(items: readonly Outgoing<Body>[]): void {
    this.#items = items;
    this.#steps.keep(items);
    for (const listener of this.#listeners) listener();
  }

  #patch(id: string, change: Partial<Outgoing<Body>>): void {
    this.#set(
      this.#items.map((item) => (item.clientMessageId === id ? { ...item, ...change } : item)),
    );
  }

  async #pump(roomId: string): Promise<void> {
    if (this.#busy.has(roomId)) return;
    this.#busy.add(roomId);
    try {
      for (;;) {
        // A refused one lets the others pass: it will not arrive by waiting.
        const next = this.#items.find((item) => item.roomId === roomId && item.phase !== "failed");
        if (next?.phase !== "sending") return;
        if (!(await this.#deliver(next))) return;
      }
    } finally {
      this.#busy.delete(roomId);
    }
  }

  /** Whether the next one may leave. */
  async #deliver(item: Outgoing<Body>): Promise<boolean> {
    try {
      await this.#steps.send(item);
      this.discard(item.clientMessageId);
      return true;
    } catch (error) {
      const problem = this.#steps.explain(error);
      if (problem.kind === "refused") {
        this.#patch(item.clientMessageId, { phase: "failed", problem: problem.text });
        return true;
      }
      this.#set(
        this.#items.map((entry) =>
          entry.roomId === item.roomId && entry.phase === "sending"
            ? { ...entry, phase: "waiting" }
            : entry,
        ),
      );
      return false;
    }
  }
}
