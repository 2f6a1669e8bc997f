import type { Numbered } from "./numbered";
import { gapAfter, merge, runAround } from "./numbered";

/** How many messages one question brings. */
const PAGE = 50;
/** How many of them stand before a message that was jumped to. */
const BEFORE_JUMP = 20;
/** Longer holes are not closed at once: who scrolls there asks for them. */
const MOST_MISSED_PAGES = 4;

export interface HistoryQuestion {
  afterSeq?: number;
  beforeSeq?: number;
  limit: number;
}

export interface TimelineView<M> {
  phase: "loading" | "ready" | "failed";
  error: unknown;
  /** An unbroken run, oldest first. */
  messages: readonly M[];
  hasOlder: boolean;
  hasNewer: boolean;
  loadingOlder: boolean;
}

export interface HistoryAnswer<M> {
  items: readonly M[];
  /** Number of the newest message there is. */
  lastSeq: number;
  /** Whether there are older ones than these. */
  hasBefore: boolean;
}

type Ask<M> = (question: HistoryQuestion) => Promise<HistoryAnswer<M>>;

/**
 * The messages of one room as far as this page knows them. Shows an unbroken run of them: the
 * newest, or that around a message that was jumped to. Whatever arrives twice, late or out of order
 * ends up once and in its place; what is missing is asked for by number. A store for
 * `useSyncExternalStore`.
 */
export class RoomTimeline<M extends Numbered> {
  #known: readonly M[] = [];
  /** The message whose run is shown; null: the newest run. */
  #anchor: number | null = null;
  /** Number of the newest message there is, known or not. */
  #head = 0;
  /** Number of the oldest message there is, once somebody came upon it. */
  #floor = 1;
  #phase: TimelineView<M>["phase"] = "loading";
  #error: unknown = null;
  readonly #asking = new Set<"open" | "older" | "newer" | "missed">();
  readonly #listeners = new Set<() => void>();
  #view: TimelineView<M> | null = null;
  readonly #ask: Ask<M>;

  constructor(ask: Ask<M>) {
    this.#ask = ask;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly read = (): TimelineView<M> => {
    this.#view ??= this.#draw();
    return this.#view;
  };

  /** Number of the newest known message; 0 without one. */
  get lastSeq(): number {
    return this.#known.at(-1)?.seq ?? 0;
  }

  /** Opens the room at its end, or around a message. What is known already is not asked for. */
  async open(seq: number | null = null): Promise<void> {
    if (this.#phase === "ready") {
      if (seq !== null) await this.jumpTo(seq);
      else this.#anchor = null;
      await this.catchUp();
      return;
    }
    await this.#once("open", async () => {
      const question = seq === null ? {} : { afterSeq: Math.max(0, seq - BEFORE_JUMP) };
      await this.#fetch({ ...question, limit: PAGE });
      this.#anchor = seq;
      this.#phase = "ready";
    });
  }

  /** Brings messages in that came by the live feed. */
  receive(messages: readonly M[]): void {
    const shown = this.read().messages.at(-1)?.seq ?? null;
    const following = this.#anchor === null;
    this.#bring(messages);
    if (this.#phase !== "ready") {
      this.#changed();
      return;
    }
    // A number was jumped over: what stands stays until the hole is closed.
    if (following && shown !== null && gapAfter(this.#known, shown) !== null) {
      this.#anchor = shown;
      void this.#closeGap(shown);
    }
    this.#changed();
  }

  /** A known message has changed; one that is not known is nothing to this page. */
  update(message: M): void {
    if (!this.#known.some(({ seq }) => seq === message.seq)) return;
    this.#bring([message]);
    this.#changed();
  }

  /** There are messages up to this number. */
  noteHead(seq: number): void {
    if (seq <= this.#head) return;
    this.#head = seq;
    this.#changed();
  }

  /** After a lost connection: asks for exactly what came after the newest known message. */
  async catchUp(): Promise<void> {
    if (this.#phase !== "ready") return;
    await this.#once("missed", async () => {
      for (let page = 0; page < MOST_MISSED_PAGES; page += 1) {
        const { items, lastSeq } = await this.#fetch({ afterSeq: this.lastSeq, limit: PAGE });
        this.#changed();
        if (items.length === 0 || this.lastSeq >= lastSeq) return;
      }
      // Too long away: the end first, the rest for whoever scrolls up.
      await this.#fetch({ limit: PAGE });
    });
  }

  async loadOlder(): Promise<void> {
    if (!this.read().hasOlder) return;
    await this.#once("older", async () => {
      const first = this.read().messages[0]?.seq ?? 1;
      await this.#fetch({ beforeSeq: first, limit: PAGE });
      // Nothing joins on: what was older is gone for good.
      if (this.#draw().messages[0]?.seq === first) this.#floor = first;
    });
  }

  async loadNewer(): Promise<void> {
    const { hasNewer, messages } = this.read();
    if (!hasNewer) return;
    await this.#once("newer", async () => {
      const last = messages.at(-1)?.seq ?? 0;
      const { items } = await this.#fetch({ afterSeq: last, limit: PAGE });
      if (items.length === 0) this.#head = last;
      if ((this.#draw().messages.at(-1)?.seq ?? 0) >= this.#head) this.#anchor = null;
    });
  }

  /** Shows the run around a message. */
  async jumpTo(seq: number): Promise<void> {
    if (!this.#known.some((message) => message.seq === seq)) {
      await this.#fetch({ afterSeq: Math.max(0, seq - BEFORE_JUMP), limit: PAGE });
    }
    this.#anchor = seq;
    this.#changed();
  }

  /** Shows the newest messages. */
  async jumpToEnd(): Promise<void> {
    if (this.lastSeq < this.#head) await this.#fetch({ limit: PAGE });
    this.#anchor = null;
    this.#changed();
  }

  async #closeGap(from: number): Promise<void> {
    await this.#once("missed", async () => {
      for (let page = 0; page < MOST_MISSED_PAGES; page += 1) {
        const gap = gapAfter(this.#known, from);
        if (gap === null) break;
        const limit = Math.min(PAGE, gap.beforeSeq - gap.afterSeq - 1);
        const { items } = await this.#fetch({ afterSeq: gap.afterSeq, limit });
        if (items.length === 0) break;
      }
      this.#anchor = null;
    });
  }

  #bring(messages: readonly M[]): void {
    this.#known = merge(this.#known, messages);
    this.#head = Math.max(this.#head, this.lastSeq);
  }

  async #fetch(question: HistoryQuestion): Promise<HistoryAnswer<M>> {
    const answer = await this.#ask(question);
    this.#bring(answer.items);
    this.#head = Math.max(this.#head, answer.lastSeq);
    if (!answer.hasBefore) this.#floor = answer.items[0]?.seq ?? question.beforeSeq ?? 1;
    return answer;
  }

  /** One question of a kind at a time; whoever asks meanwhile is served by the running one. */
  async #once(kind: "open" | "older" | "newer" | "missed", work: () => Promise<void>) {
    if (this.#asking.has(kind)) return;
    this.#asking.add(kind);
    this.#changed();
    try {
      await work();
      this.#error = null;
    } catch (error) {
      this.#error = error;
      if (kind === "open") this.#phase = "failed";
    } finally {
      this.#asking.delete(kind);
      this.#changed();
    }
  }

  #draw(): TimelineView<M> {
    const messages = runAround(this.#known, this.#anchor);
    const first = messages[0]?.seq ?? 1;
    const last = messages.at(-1)?.seq ?? 0;
    return {
      phase: this.#phase,
      error: this.#error,
      messages,
      hasOlder: messages.length > 0 && first > this.#floor,
      hasNewer: last < this.#head,
      loadingOlder: this.#asking.has("older"),
    };
  }

  #changed(): void {
    this.#view = null;
    for (const listener of this.#listeners) listener();
  }
}
