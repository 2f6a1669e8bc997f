import type { HistoryAnswer, HistoryQuestion } from "@oto/ui";
import { RoomTimeline } from "@oto/ui";
import type { ChatEvent, MessageView } from "./chat-views";
import { Ephemera } from "./model/ephemera";

/** Rooms whose messages are kept while others are open. */
const MOST_ROOMS = 12;

type Ask = (roomId: string, question: HistoryQuestion) => Promise<HistoryAnswer<MessageView>>;
type Listener = (event: ChatEvent) => void;

/** What this page knows of conversations: their messages, who writes, who is there. */
export class ChatHub {
  readonly ephemera = new Ephemera();
  readonly #timelines = new Map<string, RoomTimeline<MessageView>>();
  readonly #listeners = new Set<Listener>();
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The messages of a room; those of rooms that nobody opened for long are let go. */
  timeline(roomId: string): RoomTimeline<MessageView> {
    const known = this.#timelines.get(roomId);
    const timeline = known ?? new RoomTimeline((question) => this.#ask(roomId, question));
    this.#timelines.delete(roomId);
    this.#timelines.set(roomId, timeline);
    const [oldest] = this.#timelines.keys();
    if (this.#timelines.size > MOST_ROOMS && oldest !== undefined) this.#timelines.delete(oldest);
    return timeline;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Brings an event of the live feed to where it belongs, then to whoever listens. */
  hear(event: ChatEvent): void {
    switch (event.type) {
      case "message.created": {
        const { sender } = event.message;
        this.#timelines.get(event.roomId)?.receive([event.message]);
        if (sender?.userId) this.ephemera.forgetTyping(event.roomId, sender.userId);
        break;
      }
      case "message.updated":
        this.#timelines.get(event.roomId)?.update(event.message);
        break;
      case "typing":
        this.ephemera.noteTyping(event.roomId, event);
        break;
      case "presence":
        this.ephemera.notePresence(event.galleryId, event.online);
        break;
      case "chat.reset":
        this.#catchUp();
        break;
      default:
    }
    for (const listener of this.#listeners) listener(event);
  }

  #catchUp(): void {
    for (const timeline of this.#timelines.values()) void timeline.catchUp();
  }
}
