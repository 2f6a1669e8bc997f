/** How long somebody counts as writing after the last word of it, milliseconds. */
const TYPING_MS = 6_000;

export interface Typist {
  userId: string;
  name: string;
}

const NOBODY: readonly Typist[] = [];

/**
 * What is only true for the moment: who is writing where, who is there. A store for
 * `useSyncExternalStore`.
 */
export class Ephemera {
  #typing = new Map<string, readonly Typist[]>();
  #online = new Map<string, boolean>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly typistsIn = (roomId: string): readonly Typist[] => this.#typing.get(roomId) ?? NOBODY;

  /** Whether a gallery is there; undefined when nothing was heard since the page opened. */
  readonly isOnline = (galleryId: string): boolean | undefined => this.#online.get(galleryId);

  /** Somebody writes; forgotten unless it is said again. */
  noteTyping(roomId: string, typist: Typist): void {
    const key = `${roomId}/${typist.userId}`;
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => this.forgetTyping(roomId, typist.userId), TYPING_MS),
    );
    const others = this.typistsIn(roomId).filter(({ userId }) => userId !== typist.userId);
    this.#setTypists(roomId, [...others, typist]);
  }

  /** Their message is there, or they have stopped. */
  forgetTyping(roomId: string, userId: string): void {
    const key = `${roomId}/${userId}`;
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const before = this.typistsIn(roomId);
    const after = before.filter((typist) => typist.userId !== userId);
    if (after.length < before.length) this.#setTypists(roomId, after);
  }

  notePresence(galleryId: string, online: boolean): void {
    this.#online = new Map(this.#online).set(galleryId, online);
    this.#tell();
  }

  #setTypists(roomId: string, typists: readonly Typist[]): void {
    this.#typing = new Map(this.#typing).set(roomId, typists);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
