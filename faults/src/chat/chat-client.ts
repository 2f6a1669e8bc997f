import { setTimeout as pause } from "node:timers/promises";
import WebSocket from "ws";
import { z } from "zod";

const message = z.object({ roomId: z.string(), seq: z.int(), clientMessageId: z.string() });
const event = z.object({
  type: z.string(),
  message: message.partial({ clientMessageId: true }).loose().optional(),
});
const answer = z.object({
  id: z.union([z.number(), z.string(), z.null()]).optional(),
  method: z.string().optional(),
  result: z
    .object({
      type: z.string().optional(),
      id: z.string().optional(),
      data: z.unknown().optional(),
    })
    .optional(),
  error: z
    .object({
      message: z.string(),
      data: z.object({ httpStatus: z.int() }).loose().optional(),
    })
    .optional(),
});
type Refusal = NonNullable<z.infer<typeof answer>["error"]>;

/** A message as a client got it. */
export interface Heard {
  roomId: string;
  seq: number;
  clientMessageId: string;
}

export interface ChatClientOptions {
  /** API processes; each connection goes to the next one. */
  addresses: readonly string[];
  first: number;
  ticket(): Promise<string>;
  onMessage(heard: Heard): void;
  /** Events are gone, says the server: this must never happen here. */
  onReset(): void;
}

interface Sending {
  input: object;
  tries: number;
  resolve(): void;
  reject(error: Error): void;
}

const SUBSCRIPTION = 1;
/** How often something is sent again that the server failed at; with the pauses, half a minute. */
const MOST_TRIES = 60;
const AGAIN_AFTER_MS = 500;

/** Whether the server failed at it, rather than refused it: the same again may succeed. */
function isFailure({ data }: Refusal): boolean {
  const status = data?.httpStatus ?? 500;
  return status >= 500 || status === 408 || status === 429;
}

/**
 * A screen that follows all rooms of its gallery and writes into them, over a socket that may break
 * at any time: it comes back to the other process, goes on after the last event it saw, and sends
 * again what it has no answer to.
 */
export class ChatClient {
  readonly #options: ChatClientOptions;
  readonly #waiting = new Map<number, Sending>();
  #socket: WebSocket | undefined;
  #lastEventId: string | undefined;
  #nextId = SUBSCRIPTION;
  #next: number;
  #closed = false;
  #connectedAt = 0;
  /** How often it came back, and how often it sent something again. */
  readonly troubles = { connections: 0, resent: 0 };

  constructor(options: ChatClientOptions) {
    this.#options = options;
    this.#next = options.first;
  }

  /** Stays connected until closed; resolves once it follows for the first time. */
  start(): Promise<void> {
    return new Promise((resolve) => void this.#stayConnected(resolve));
  }

  /** Resolves once the server has said that the message is there. */
  send(input: { roomId: string; clientMessageId: string; text: string }): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#nextId += 1;
      this.#waiting.set(this.#nextId, { input, tries: 1, resolve, reject });
      this.#say(this.#nextId);
    });
  }

  /** Where it stands, for the report of a run in which it fell behind. */
  get state(): string {
    const { addresses } = this.#options;
    const process = (this.#next - 1) % addresses.length;
    const socket = ["connecting", "open", "closing", "closed"][this.#socket?.readyState ?? 3];
    const since = Math.round((performance.now() - this.#connectedAt) / 1_000);
    return `${socket} to process ${process + 1} since ${since} s, after event ${this.#lastEventId}`;
  }

  /** Breaks the connection as a tunnel or a train would. */
  cut(): void {
    this.#socket?.terminate();
  }

  close(): void {
    this.#closed = true;
    this.#socket?.terminate();
  }

  #say(id: number): void {
    const waiting = this.#waiting.get(id);
    if (!waiting || this.#socket?.readyState !== WebSocket.OPEN) return;
    const params = { path: "chat.send", input: waiting.input };
    this.#socket.send(JSON.stringify({ id, jsonrpc: "2.0", method: "mutation", params }));
  }

  async #stayConnected(onFollowing: () => void): Promise<void> {
    while (!this.#closed) {
      try {
        await this.#connect(onFollowing);
      } catch {
        // Nobody there yet: the process is starting again.
      }
      if (!this.#closed) await pause(50 + Math.random() * 250);
    }
  }

  /** One connection, from its beginning to its end. */
  async #connect(onFollowing: () => void): Promise<void> {
    const { addresses, ticket } = this.#options;
    const address = addresses[this.#next % addresses.length] ?? "";
    this.#next += 1;
    const held = await ticket();
    const url = `${address.replace("http", "ws")}/trpc?connectionParams=1`;
    const socket = new WebSocket(url, { handshakeTimeout: 10_000 });
    this.#socket = socket;
    await new Promise<void>((resolve) => {
      socket.on("error", () => socket.terminate());
      socket.on("close", () => resolve());
      socket.on("message", (data) => this.#hear(String(data), onFollowing));
      socket.on("open", () => this.#greet(held));
    });
  }

  #greet(ticket: string): void {
    this.troubles.connections += 1;
    this.#connectedAt = performance.now();
    this.#socket?.send(JSON.stringify({ method: "connectionParams", data: { ticket } }));
    const params = { path: "chat.onEvent", lastEventId: this.#lastEventId };
    const subscription = { id: SUBSCRIPTION, jsonrpc: "2.0", method: "subscription", params };
    this.#socket?.send(JSON.stringify(subscription));
  }

  #hear(text: string, onFollowing: () => void): void {
    if (text === "PING") {
      this.#socket?.send("PONG");
      return;
    }
    if (text === "PONG") return;
    const parsed = answer.safeParse(JSON.parse(text));
    if (!parsed.success) throw new Error(`not an answer: ${text.slice(0, 200)}`);
    const { id, result, error } = parsed.data;
    if (id === SUBSCRIPTION) this.#follow(result, onFollowing);
    else if (typeof id === "number") this.#settle(id, error);
  }

  /** What the server failed at is sent again with the same `clientMessageId`, as a screen does. */
  #settle(id: number, error: Refusal | undefined): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    if (error && isFailure(error) && waiting.tries < MOST_TRIES && !this.#closed) {
      waiting.tries += 1;
      this.troubles.resent += 1;
      setTimeout(() => this.#say(id), AGAIN_AFTER_MS);
      return;
    }
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve();
  }

  #follow(result: z.infer<typeof answer>["result"], onFollowing: () => void): void {
    if (!result) {
      // The server gave the subscription up, which only a stopping one does.
      this.cut();
      return;
    }
    if (result.type === "started") {
      for (const id of this.#waiting.keys()) {
        this.troubles.resent += 1;
        this.#say(id);
      }
      return;
    }
    if (result.type !== "data" || result.id === undefined) return;
    const { data } = z.object({ data: event }).parse(result.data);
    if (data.type === "chat.reset") this.#options.onReset();
    const heard = data.type === "message.created" ? message.safeParse(data.message) : undefined;
    if (heard?.success) this.#options.onMessage(heard.data);
    const isFirst = this.#lastEventId === undefined;
    this.#lastEventId = result.id;
    if (isFirst) onFollowing();
  }
}
