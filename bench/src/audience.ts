import { setTimeout as pause } from "node:timers/promises";
import WebSocket from "ws";

/** What a message says in the text of a frame, whoever put the frame together. */
const MESSAGE = /"clientMessageId":"([^"]+)"/;
const PATIENCE_MS = 30_000;
/** Handshakes at once: a burst of thousands would measure the listening queue. */
const AT_ONCE = 20;

interface Spreading {
  left: number;
  done(): void;
}

export interface Seat {
  readonly url: string;
  /** What a socket says when it opens. */
  greeting(): Promise<readonly object[]>;
  /** The text after which it hears everything. */
  isListening(text: string): boolean;
}

/** Sockets that are all told the same, and how far each message has come. */
export class Audience {
  readonly #sockets: WebSocket[] = [];
  readonly #spreading = new Map<string, Spreading>();

  get size(): number {
    return this.#sockets.length;
  }

  /** Fills so many seats; resolves when everybody listens. */
  async fill(count: number, seat: Seat): Promise<void> {
    let left = count;
    const usher = async () => {
      while (left > 0) {
        left -= 1;
        await this.#sit(seat);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, usher));
  }

  /**
   * Resolves once everybody has heard what `tell` sends.
   * @throws Error when somebody has not in half a minute
   */
  async hears(clientMessageId: string, tell: () => unknown): Promise<void> {
    const patience = new AbortController();
    const all = new Promise<void>((resolve) => {
      this.#spreading.set(clientMessageId, { left: this.#sockets.length, done: resolve });
    });
    const late = pause(PATIENCE_MS, undefined, { signal: patience.signal }).then(() => {
      const left = this.#spreading.get(clientMessageId)?.left;
      throw new Error(`${left} of ${this.#sockets.length} sockets heard nothing`);
    });
    try {
      await tell();
      await Promise.race([all, late]);
    } finally {
      patience.abort();
      late.catch(() => undefined);
      this.#spreading.delete(clientMessageId);
    }
  }

  /** Says something through one of the sockets. */
  say(message: object): void {
    this.#sockets[0]?.send(JSON.stringify(message));
  }

  leave(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  async #sit({ greeting, isListening, url }: Seat): Promise<void> {
    const first = await greeting();
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await new Promise<void>((resolve, reject) => {
      socket.on("error", reject);
      socket.on("close", (code, reason) => reject(new Error(`closed: ${code} ${reason}`)));
      socket.on("open", () => {
        for (const message of first) socket.send(JSON.stringify(message));
      });
      socket.on("message", (data) => {
        const text = String(data);
        if (text === "PING") socket.send("PONG");
        else if (isListening(text)) resolve();
        else this.#hear(text);
      });
    });
    this.#sockets.push(socket);
  }

  #hear(text: string): void {
    const [, id = ""] = MESSAGE.exec(text) ?? [];
    const spreading = this.#spreading.get(id);
    if (!spreading) return;
    spreading.left -= 1;
    if (spreading.left === 0) spreading.done();
  }
}
