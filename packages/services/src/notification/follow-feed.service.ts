import { canInGallery, DomainError } from "@oto/domain";
import { loadIdentity } from "../auth/identity.service";
import type { DealerContext } from "../context";
import { feedTopic } from "./feed";
import type { FeedInput } from "./notification.input";
import type { FeedEvent, FeedEventType } from "./notification.views";

/** One event with its number, which a reconnecting screen asks to go on after. */
export interface NumberedFeedEvent {
  seq: string;
  event: FeedEvent;
}

export interface FollowOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds after which the feed is read even if nothing woke us. */
  pollMs?: number;
  /** Milliseconds after which the session and the membership are looked at again. */
  recheckMs?: number;
}

const POLL_MS = 15_000;
const RECHECK_MS = 30_000;
const BATCH = 200n;

interface FeedRow {
  seq: bigint;
  type: string;
  payload: unknown;
  createdAt: Date;
}

async function readHead(ctx: DealerContext): Promise<bigint> {
  const head = await ctx.db.read((tx) =>
    tx.galleryFeedHead.findUnique({
      where: { galleryId: ctx.gallery.id },
      select: { seq: true },
    }),
  );
  return head?.seq ?? 0n;
}

async function readAfter(ctx: DealerContext, after: bigint, head: bigint): Promise<FeedRow[]> {
  const last = head < after + BATCH ? head : after + BATCH;
  return ctx.db.read((tx) =>
    tx.galleryFeed.findMany({
      where: { galleryId: ctx.gallery.id, seq: { gt: after, lte: last } },
      orderBy: { seq: "asc" },
      select: { seq: true, type: true, payload: true, createdAt: true },
    }),
  );
}

function numbered(row: FeedRow): NumberedFeedEvent {
  return {
    seq: String(row.seq),
    event: {
      type: row.type as FeedEventType,
      payload: row.payload as Record<string, unknown>,
      at: row.createdAt.toISOString(),
    },
  };
}

/** Says that events are gone for good (or from another life of the database): read everything. */
function reset(ctx: DealerContext, seq: bigint): NumberedFeedEvent {
  return {
    seq: String(seq),
    event: { type: "feed.reset", payload: {}, at: ctx.now().toISOString() },
  };
}

/**
 * What came after a number, in order and complete: rows up to the head that was read before them
 * are all committed, so a hole can only mean that older ones have been cleared away.
 */
async function* catchUp(
  ctx: DealerContext,
  from: bigint,
): AsyncGenerator<NumberedFeedEvent, bigint> {
  let after = from;
  for (;;) {
    const head = await readHead(ctx);
    if (head === after) return after;
    const rows = head > after ? await readAfter(ctx, after, head) : [];
    const first = rows[0];
    if (first?.seq !== after + 1n) {
      after = first ? first.seq - 1n : head;
      yield reset(ctx, after);
    }
    for (const row of rows) yield numbered(row);
    after = rows.at(-1)?.seq ?? after;
  }
}

/** @throws DomainError `auth.session_expired` once the caller may not listen any more */
async function assertStillMember(ctx: DealerContext): Promise<void> {
  const { sessionId, userId } = ctx.identity;
  const identity = await loadIdentity(ctx, { sessionId, userId });
  const gallery = identity?.gallery;
  const mayRead =
    gallery?.id === ctx.gallery.id &&
    canInGallery({ role: gallery.role, galleryStatus: gallery.status }, "notification:read");
  if (!mayRead) throw new DomainError("auth.session_expired");
}

/** Remembers that it was rung also while nobody waited. */
class Bell {
  #rung = false;
  #answer: (() => void) | undefined;

  readonly ring = (): void => {
    this.#rung = true;
    this.#answer?.();
  };

  async wait(ms: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#rung = false;
    this.#answer = undefined;
  }
}

/**
 * Follows the live feed of the caller's gallery: everything after `lastEventId`, then everything as
 * it happens, each once and in order, until the signal ends it. Without `lastEventId` it starts
 * with what comes next.
 *
 * @throws DomainError `auth.session_expired` when session or membership end meanwhile
 */
export async function* followFeed(
  ctx: DealerContext,
  input: FeedInput,
  options: FollowOptions = {},
): AsyncGenerator<NumberedFeedEvent, void> {
  const { pollMs = POLL_MS, recheckMs = RECHECK_MS, signal } = options;
  const { pubSub } = ctx.adapters;
  const bell = new Bell();
  // Listening starts before the first read, so that nothing falls between the two.
  const unsubscribe = await pubSub.subscribe(feedTopic(ctx.gallery.id), bell.ring);
  const forgetReconnect = pubSub.onReconnected(bell.ring);
  signal?.addEventListener("abort", bell.ring);
  try {
    const last = input?.lastEventId;
    let after = last ? BigInt(last) : await readHead(ctx);
    let checkedAt = performance.now();
    while (!signal?.aborted) {
      after = yield* catchUp(ctx, after);
      await bell.wait(Math.min(pollMs, recheckMs));
      if (signal?.aborted || performance.now() - checkedAt < recheckMs) continue;
      await assertStillMember(ctx);
      checkedAt = performance.now();
    }
  } finally {
    signal?.removeEventListener("abort", bell.ring);
    forgetReconnect();
    await unsubscribe();
  }
}
