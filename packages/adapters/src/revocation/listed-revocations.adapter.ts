import type { Logger } from "@oto/observability";
import type { PubSub } from "../pub-sub/pub-sub.port";
import type { RevocationListener, Revocations, RevokedAccess } from "./revocation.port";
import { REVOCATION_POLL_MS } from "./revocation.port";
import type { RevocationList } from "./revocation-list";

const TOPIC = "access.revoked";
/** Entries in one message, so that it stays far below the size limit of pub/sub. */
const ENTRIES_A_MESSAGE = 50;
/** An entry may be dated this long before it can be read. */
const OVERLAP_MS = 2_000;
/** Entries that wait to be told while the store is away; each costs some 60 bytes. */
const MOST_OWED = 100_000;

export interface ListedRevocationsOptions {
  readonly list: RevocationList;
  readonly pubSub: PubSub;
  readonly logger?: Logger | undefined;
  readonly pollMs?: number;
}

const KINDS = ["session", "user", "gallery"] as const;

function toSubject({ kind, id }: RevokedAccess): string {
  return `${kind}:${id}`;
}

function fromSubject(subject: string): RevokedAccess | undefined {
  const colon = subject.indexOf(":");
  const kind = KINDS.find((known) => known === subject.slice(0, colon));
  return kind && { kind, id: subject.slice(colon + 1) };
}

/** Revocations told by pub/sub and kept in a list that is looked at every two seconds. */
export class ListedRevocations implements Revocations {
  readonly #options: ListedRevocationsOptions;
  readonly #listeners = new Set<RevocationListener>();
  /** What the list is known to hold, so that each reading tells only what is new. */
  readonly #told = new Map<string, number>();
  readonly #owed = new Set<string>();
  #following: Promise<void> | undefined;
  #stopHearing: (() => Promise<void>) | undefined;
  #forgetReconnect: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;
  #readTo: number | undefined;
  #closed = false;

  constructor(options: ListedRevocationsOptions) {
    this.#options = options;
  }

  async revoke(revoked: readonly RevokedAccess[]): Promise<void> {
    if (revoked.length === 0) return;
    const subjects = [...new Set(revoked.map(toSubject))];
    // This process acts at once, whatever the store says.
    for (const subject of subjects) this.#tell(subject);
    for (const subject of subjects) if (this.#owed.size < MOST_OWED) this.#owed.add(subject);
    await this.#pay();
    if (this.#owed.size > 0) this.#start();
  }

  async follow(listener: RevocationListener): Promise<() => Promise<void>> {
    this.#listeners.add(listener);
    this.#following ??= this.#begin();
    await this.#following;
    return async () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#listeners.clear();
    this.#forgetReconnect?.();
    await this.#following;
    await this.#working;
    await this.#stopHearing?.().catch(() => undefined);
  }

  async #begin(): Promise<void> {
    this.#forgetReconnect = this.#options.pubSub.onReconnected(() => void this.#work());
    this.#start();
    await this.#work();
  }

  #start(): void {
    if (this.#timer || this.#closed) return;
    const { pollMs = REVOCATION_POLL_MS } = this.#options;
    this.#timer = setInterval(() => void this.#work(), pollMs);
    this.#timer.unref();
  }

  /** One round at a time: tell what is owed, hear the bell, read the list. */
  #work(): Promise<void> {
    this.#working ??= this.#round().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  async #round(): Promise<void> {
    await this.#pay();
    if (this.#listeners.size === 0 || this.#closed) return;
    await this.#hear();
    try {
      await this.#read();
    } catch (error) {
      this.#options.logger?.warn({ err: error }, "revocations cannot be read");
      for (const listener of this.#listeners) this.#guard(() => listener.onBlind?.());
    }
  }

  async #pay(): Promise<void> {
    if (this.#owed.size === 0) return;
    const owed = [...this.#owed];
    const { list, pubSub, logger } = this.#options;
    try {
      await list.add(owed);
      for (const subject of owed) this.#owed.delete(subject);
      for (let at = 0; at < owed.length; at += ENTRIES_A_MESSAGE) {
        await pubSub.publish(TOPIC, owed.slice(at, at + ENTRIES_A_MESSAGE));
      }
    } catch (error) {
      logger?.warn({ err: error, owed: this.#owed.size }, "revocations reach others later");
    }
  }

  async #hear(): Promise<void> {
    if (this.#stopHearing) return;
    this.#stopHearing = await this.#options.pubSub
      .subscribe(TOPIC, (message) => {
        for (const subject of message as string[]) this.#tell(subject);
      })
      .catch(() => undefined);
  }

  async #read(): Promise<void> {
    const from = this.#readTo ?? Number.MAX_SAFE_INTEGER;
    const { now, entries } = await this.#options.list.since(from);
    for (const { subject, at } of entries) {
      if (this.#told.get(subject) === at) continue;
      this.#told.set(subject, at);
      this.#tell(subject);
    }
    this.#readTo = now - OVERLAP_MS;
    for (const [subject, at] of this.#told) {
      if (at < this.#readTo) this.#told.delete(subject);
    }
  }

  #tell(subject: string): void {
    const revoked = fromSubject(subject);
    if (!revoked) return;
    for (const listener of [...this.#listeners]) this.#guard(() => listener.onRevoked(revoked));
  }

  #guard(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#options.logger?.error({ err: error }, "revocation listener failed");
    }
  }
}
