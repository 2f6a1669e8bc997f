import { canInGallery, DomainError } from "@oto/domain";
import { loadIdentity } from "../auth/identity.service";
import { Bell } from "../bell";
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
    // A screen that hears of a change reads again: what it reads must not be older, even elsewhere.
    if (rows.length > 0) await ctx.database.noteSeen([`gallery:${ctx.gallery.id}`]);
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

interface Following {
  bell: Bell;
  /** Ends listening; more than once does no harm. */
  stop(): Promise<void>;
}

/** Listens for wake-ups until stopped or until the signal ends, whichever comes first. */
async function listen(ctx: DealerContext, signal: AbortSignal | undefined): Promise<Following> {
  const { pubSub } = ctx.adapters;
  const bell = new Bell();
  const unsubscribe = await pubSub.subscribe(feedTopic(ctx.gallery.id), bell.ring);
  const forgetReconnect = pubSub.onReconnected(bell.ring);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= unsubscribe();
    forgetReconnect();
    signal?.removeEventListener("abort", onAbort);
    return stopped;
  };
  const onAbort = (): void => {
    bell.ring();
    stop().catch((error: unknown) => ctx.logger.warn({ err: error }, "feed left uncleanly"));
  };
  signal?.addEventListener("abort", onAbort);
  return { bell, stop };
}

/** The first event of a listener who brought no number: from here on nothing is lost. */
function started(ctx: DealerContext, seq: bigint): NumberedFeedEvent {
  return {
    seq: String(seq),
    event: { type: "feed.started", payload: {}, at: ctx.now().toISOString() },
  };
}

async function* events(
  ctx: DealerContext,
  place: { after: bigint; isNew: boolean; following: Following },
  options: FollowOptions,
): AsyncGenerator<NumberedFeedEvent, void> {
  const { pollMs = POLL_MS, recheckMs = RECHECK_MS, signal } = options;
  const { following, isNew } = place;
  let { after } = place;
  try {
    if (isNew) yield started(ctx, after);
    let checkedAt = performance.now();
    while (!signal?.aborted) {
      after = yield* catchUp(ctx, after);
      await following.bell.wait(Math.min(pollMs, recheckMs));
      if (signal?.aborted || performance.now() - checkedAt < recheckMs) continue;
      await assertStillMember(ctx);
      checkedAt = performance.now();
    }
  } finally {
    await following.stop();
  }
}

/**
 * Follows the live feed of the caller's gallery: everything after `lastEventId`, then everything as
 * it happens, each once and in order, until the signal ends it. Without `lastEventId` it starts
 * with what comes after the moment at which the promise resolved, and says `feed.started` first, so
 * that the listener has a number to come back with.
 *
 * @throws DomainError `auth.session_expired`, while listening, when session or membership end
 */
export async function followFeed(
  ctx: DealerContext,
  input: FeedInput,
  options: FollowOptions = {},
): Promise<AsyncGenerator<NumberedFeedEvent, void>> {
  // Listening starts before the first read, so that nothing falls between the two.
  const following = await listen(ctx, options.signal);
  try {
    const last = input?.lastEventId;
    const after = last ? BigInt(last) : await readHead(ctx);
    return events(ctx, { after, isNew: !last, following }, options);
  } catch (error) {
    await following.stop();
    throw error;
  }
}
