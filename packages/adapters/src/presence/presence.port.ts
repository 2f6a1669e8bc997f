/** One open connection of one person, working for one gallery. */
export interface PresentConnection {
  readonly galleryId: string;
  readonly userId: string;
  /** Unique among all processes. */
  readonly connectionId: string;
}

export interface UserPresence {
  readonly userId: string;
  /** True while at least one connection is there. */
  readonly online: boolean;
  /** How many, over all processes. */
  readonly connections: number;
  /** When the last sign of life came. */
  readonly lastSeenAt: Date;
}

/** Whether anybody of a gallery is there. */
export interface GalleryPresence {
  readonly online: boolean;
  /** When the last sign of life of any of them came. */
  readonly lastSeenAt: Date;
}

/**
 * Who is there, over all processes. A connection counts from its first beat until it leaves, or
 * until `PRESENCE_TTL_MS` after its last beat, when its process has died. Presence is a courtesy:
 * it may be lost with the store and comes back with the next beats.
 */
export interface Presence {
  /** Says that connections are there; again every `PRESENCE_BEAT_MS`. */
  beat(connections: readonly PresentConnection[]): Promise<void>;
  leave(connection: PresentConnection): Promise<void>;
  /** Everybody who was ever seen in a gallery, who is there first, then the latest seen. */
  ofGallery(galleryId: string): Promise<UserPresence[]>;
  /** The same in short for several galleries at once; those where nobody was ever seen are missing. */
  ofGalleries(galleryIds: readonly string[]): Promise<ReadonlyMap<string, GalleryPresence>>;
}

/** Milliseconds between two beats of a connection. */
export const PRESENCE_BEAT_MS = 20_000;

/** Milliseconds that a beat counts; two of three may get lost. */
export const PRESENCE_TTL_MS = 60_000;

/** There first, then the latest seen, then by id. */
export function byPresence(one: UserPresence, other: UserPresence): number {
  return (
    Number(other.online) - Number(one.online) ||
    other.lastSeenAt.getTime() - one.lastSeenAt.getTime() ||
    (one.userId < other.userId ? -1 : 1)
  );
}
