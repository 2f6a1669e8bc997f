import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { createWsTicket } from "@oto/services/auth";
import { ChatClient } from "./chat-client";
import type { ChatWorld } from "./chat-world";
import { Reader } from "./ledger";
import type { ChatOptions } from "./options";

/** How long a socket lasts on average until it is cut, milliseconds. */
const CUT_AFTER_MS = 60_000;
/** Parts of all messages after which a process is killed. */
const KILLS_AT = [0.3, 0.65];
/** Latencies of messages sent so shortly before a kill, or until so long after it, stand apart. */
const DISTURBED_MS = { before: 1_000, after: 8_000 };
const FINISH_MS = 180_000;
const PROGRESS_EVERY_MS = 10_000;

export interface Talk {
  readers: readonly Reader[];
  /** Milliseconds from sending to receipt at the other side: on quiet days, and over all. */
  calm: number[];
  all: number[];
  sent: number;
  failed: number;
  cuts: number;
  kills: number;
  connections: number;
  resent: number;
  seconds: number;
  /** Of everybody who lacks messages: how many, and how their connection stands. */
  behind: readonly string[];
}

interface Sent {
  at: number;
  galleryId: string;
}

/** One run: everybody listens, everybody talks, sockets and a process break meanwhile. */
export class TalkRun {
  /** Told now and then how far it is. */
  onProgress: (line: string) => void = () => undefined;
  readonly #world: ChatWorld;
  readonly #options: ChatOptions;
  readonly #clients: ChatClient[] = [];
  readonly #readers: Reader[] = [];
  readonly #sent = new Map<string, Sent>();
  readonly #latencies: { at: number; ms: number }[] = [];
  readonly #kills: number[] = [];
  #behind: string[] = [];
  #acknowledged = 0;
  #failed = 0;
  #cuts = 0;

  constructor(world: ChatWorld, options: ChatOptions) {
    this.#world = world;
    this.#options = options;
  }

  async run(): Promise<Talk> {
    await this.#connectAll();
    const started = performance.now();
    const stop = new AbortController();
    const progress = setInterval(() => this.#tell(started), PROGRESS_EVERY_MS);
    const breaking = Promise.all([this.#cutSockets(stop.signal), this.#killProcess(stop.signal)]);
    await Promise.all(this.#clients.map((client, index) => this.#talk(client, index)));
    stop.abort();
    await breaking;
    const seconds = (performance.now() - started) / 1_000;
    await this.#waitForAll();
    clearInterval(progress);
    this.abandon();
    return this.#report(seconds);
  }

  #tell(started: number): void {
    const seconds = Math.round((performance.now() - started) / 1_000);
    const received = this.#readers.reduce((sum, reader) => sum + reader.received, 0);
    this.onProgress(`${seconds} s: ${this.#acknowledged} acknowledged, ${received} received`);
  }

  /** Ends all connections, of a run that is given up. */
  abandon(): void {
    for (const client of this.#clients) client.close();
  }

  async #connectAll(): Promise<void> {
    const starting = this.#world.people.map(async ({ ctx, rooms }, index) => {
      const reader = new Reader(rooms);
      this.#readers.push(reader);
      const client = new ChatClient({
        addresses: this.#world.addresses,
        first: index,
        ticket: async () => (await createWsTicket(ctx)).ticket,
        onMessage: (heard) => {
          reader.take(heard);
          this.#measure(heard.clientMessageId, ctx.gallery.id);
        },
        onReset: () => {
          reader.count.resets += 1;
        },
      });
      this.#clients.push(client);
      await client.start();
    });
    await Promise.all(starting);
  }

  #measure(clientMessageId: string, galleryId: string): void {
    const sent = this.#sent.get(clientMessageId);
    if (!sent || sent.galleryId === galleryId) return;
    this.#latencies.push({ at: sent.at, ms: performance.now() - sent.at });
  }

  /** One person's share: one message at a time, at the pace of the whole. */
  async #talk(client: ChatClient, index: number): Promise<void> {
    const { messages, pace, sockets } = this.#options;
    const share = Math.floor(messages / sockets) + (index < messages % sockets ? 1 : 0);
    const person = this.#world.people[index];
    if (!person) throw new Error("a client belongs to a person");
    const everyMs = (sockets / pace) * 1_000;
    let due = performance.now() + Math.random() * everyMs;
    for (let n = 0; n < share; n += 1) {
      await pause(Math.max(0, due - performance.now()));
      due += everyMs;
      const roomId = person.rooms[n % person.rooms.length] ?? "";
      const clientMessageId = randomUUID();
      this.#sent.set(clientMessageId, { at: performance.now(), galleryId: person.ctx.gallery.id });
      const text = `${index}/${n} hâlâ satılık mı, takas olur mu?`;
      try {
        await client.send({ roomId, clientMessageId, text });
        this.#acknowledged += 1;
      } catch {
        this.#failed += 1;
      }
    }
  }

  async #cutSockets(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(CUT_AFTER_MS / this.#options.sockets);
      this.#clients[Math.floor(Math.random() * this.#clients.length)]?.cut();
      this.#cuts += 1;
    }
  }

  async #killProcess(signal: AbortSignal): Promise<void> {
    for (const share of KILLS_AT) {
      while (this.#acknowledged < share * this.#options.messages) {
        if (signal.aborted) return;
        await pause(50);
      }
      const [victim] = this.#world.apis;
      this.#kills.push(performance.now());
      victim?.kill();
      await pause(500);
      await victim?.whenReady();
    }
  }

  /** The highest number of each room, as the database has it. */
  async #expected(): Promise<Map<string, number>> {
    const { rows } = await this.#world.platform.database.pool.query<{ id: string; seq: number }>(
      "select id, last_seq as seq from chat_room",
    );
    return new Map(rows.map(({ id, seq }) => [id, seq]));
  }

  async #waitForAll(): Promise<void> {
    const expected = await this.#expected();
    const until = performance.now() + FINISH_MS;
    while (performance.now() < until) {
      if (this.#readers.every((reader) => reader.has(expected))) break;
      await pause(100);
    }
    for (const [index, reader] of this.#readers.entries()) {
      reader.finish(expected);
      const { missing } = reader.count;
      if (missing === 0) continue;
      this.#behind.push(`person ${index} lacks ${missing}: ${this.#clients[index]?.state}`);
    }
  }

  #isCalm(at: number): boolean {
    const { after, before } = DISTURBED_MS;
    return this.#kills.every((kill) => at < kill - before || at > kill + after);
  }

  #report(seconds: number): Talk {
    const troubles = this.#clients.map((client) => client.troubles);
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
    return {
      readers: this.#readers,
      calm: this.#latencies.flatMap(({ at, ms }) => (this.#isCalm(at) ? [ms] : [])),
      all: this.#latencies.map(({ ms }) => ms),
      sent: this.#acknowledged,
      failed: this.#failed,
      cuts: this.#cuts,
      kills: this.#kills.length,
      connections: sum(troubles.map(({ connections }) => connections)),
      resent: sum(troubles.map(({ resent }) => resent)),
      seconds,
      behind: this.#behind,
    };
  }
}
