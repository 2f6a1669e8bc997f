import { Bell } from "../bell";
import type { ChatEvent } from "./chat.views";

/** A numbered event, as every listener of a member gets it. */
export interface NumberedChatEvent {
  readonly seq: bigint;
  readonly event: ChatEvent;
}

/** Events that a process keeps of each feed, for listeners that are a little behind. */
const KEPT = 512;
/** Fleeting events that wait for one listener; of more, the oldest are forgotten. */
const FLEETING = 64;

/** One open screen. */
export class ChatListener {
  readonly bell = new Bell();
  readonly sessionId: string;
  readonly userId: string;
  #fleeting: ChatEvent[] = [];
  /** Why it may not listen any more. */
  refusal: Error | null = null;

  constructor({ sessionId, userId }: { sessionId: string; userId: string }) {
    this.sessionId = sessionId;
    this.userId = userId;
  }

  tell(event: ChatEvent): void {
    this.#fleeting.push(event);
    if (this.#fleeting.length > FLEETING) this.#fleeting.shift();
    this.bell.ring();
  }

  takeFleeting(): ChatEvent[] {
    if (this.#fleeting.length === 0) return [];
    const taken = this.#fleeting;
    this.#fleeting = [];
    return taken;
  }

  refuse(error: Error): void {
    this.refusal = error;
    this.bell.ring();
  }
}

/** What a process knows of the feed of one gallery, or of the platform's. */
export class LiveFeed {
  readonly memberId: string;
  readonly listeners = new Set<ChatListener>();
  /** Galleries that it shares rooms with, whose coming and going it is told of. */
  partners: ReadonlySet<string> = new Set();
  /** Number of the latest event that was read. */
  at: bigint;
  #recent: NumberedChatEvent[] = [];

  constructor(memberId: string, at: bigint) {
    this.memberId = memberId;
    this.at = at;
  }

  /** Takes what was read, which goes on where the last reading ended. */
  append(events: readonly NumberedChatEvent[]): void {
    const last = events.at(-1);
    if (!last) return;
    const [first] = events;
    // After a gap what came before it can no longer be gone on from.
    const goesOn = first?.seq === this.at + 1n;
    this.#recent = [...(goesOn ? this.#recent : []), ...events].slice(-KEPT);
    this.at = last.seq;
    for (const { bell } of this.listeners) bell.ring();
  }

  /** What came after a number, as far as it is still here; null when it has to be read. */
  since(after: bigint): NumberedChatEvent[] | null {
    if (after === this.at) return [];
    const first = this.#recent[0]?.seq;
    if (after > this.at || first === undefined || after + 1n < first) return null;
    return this.#recent.slice(Number(after + 1n - first));
  }

  tell(event: ChatEvent, userId?: string): void {
    for (const listener of this.listeners) {
      if (userId === undefined || listener.userId === userId) listener.tell(event);
    }
  }
}
