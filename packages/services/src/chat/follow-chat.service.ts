import type { DealerContext, SessionContext } from "../context";
import type { ChatFeedInput } from "./chat.input";
import type { ChatEvent } from "./chat.views";
import { readFeedFrom } from "./chat-feed.reader";
import type { ChatHub } from "./chat-hub";
import { chatHubOf } from "./chat-hub";
import type { ChatListener, LiveFeed } from "./live-feed";

/** One event with the number that a reconnecting screen asks to go on after. */
export interface FollowedChatEvent {
  seq: string;
  event: ChatEvent;
}

export interface FollowChatOptions {
  signal?: AbortSignal | undefined;
}

/** A listener that hears nothing for so long looks by itself, milliseconds. */
const IDLE_MS = 30_000;

interface Following {
  ctx: SessionContext;
  hub: ChatHub;
  feed: LiveFeed;
  listener: ChatListener;
}

const numbered = (seq: bigint, event: ChatEvent): FollowedChatEvent => ({
  seq: String(seq),
  event,
});

/**
 * What came after a number that this process no longer keeps, from the database. Says so when
 * events are gone for good, or when the number is from another life of the database.
 */
async function* readBack(
  { ctx, feed }: Following,
  from: bigint,
): AsyncGenerator<FollowedChatEvent, bigint> {
  const { events, lostUpTo } = await readFeedFrom(ctx, feed.memberId, from);
  if (lostUpTo !== null) {
    yield numbered(lostUpTo, { type: "chat.reset" });
    return lostUpTo;
  }
  for (const { event, seq } of events) yield numbered(seq, event);
  return events.at(-1)?.seq ?? from;
}

async function* catchUp(
  following: Following,
  from: bigint,
): AsyncGenerator<FollowedChatEvent, bigint> {
  const { feed } = following;
  let after = from;
  for (;;) {
    const kept = feed.since(after);
    if (kept?.length === 0) return after;
    if (kept) {
      for (const { event, seq } of kept) yield numbered(seq, event);
      after = kept.at(-1)?.seq ?? after;
      continue;
    }
    const reached = yield* readBack(following, after);
    if (reached === after) return after;
    after = reached;
  }
}

async function* events(
  following: Following,
  place: { after: bigint; isNew: boolean; leave(): Promise<void>; signal: AbortSignal | undefined },
): AsyncGenerator<FollowedChatEvent, void> {
  const { listener } = following;
  const { isNew, leave, signal } = place;
  let { after } = place;
  try {
    if (isNew) yield numbered(after, { type: "chat.started" });
    while (!signal?.aborted) {
      if (listener.refusal) throw listener.refusal;
      after = yield* catchUp(following, after);
      for (const event of listener.takeFleeting()) yield numbered(after, event);
      await listener.bell.wait(IDLE_MS);
    }
  } finally {
    await leave();
  }
}

/** Follows the feed of a member; the caller has been proved to act for it. */
export async function followFeedOf(
  ctx: SessionContext,
  { memberId, lastEventId }: { memberId: string; lastEventId: string | null | undefined },
  { signal }: FollowChatOptions = {},
): Promise<AsyncGenerator<FollowedChatEvent, void>> {
  const hub = chatHubOf(ctx);
  const { feed, listener, leave } = await hub.join(memberId, ctx.identity);
  let left: Promise<void> | undefined;
  const leaveOnce = (): Promise<void> => {
    left ??= leave();
    signal?.removeEventListener("abort", onAbort);
    return left;
  };
  // A listener that went away before the first event is read has no generator to clean up after it.
  const onAbort = (): void => {
    listener.bell.ring();
    leaveOnce().catch((error: unknown) => ctx.logger.warn({ err: error }, "chat left uncleanly"));
  };
  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted) onAbort();
  const after = lastEventId ? BigInt(lastEventId) : feed.at;
  const place = { after, isNew: !lastEventId, leave: leaveOnce, signal };
  return events({ ctx, hub, feed, listener }, place);
}

/**
 * Follows all conversations of the caller's gallery: everything after `lastEventId`, then
 * everything as it happens, each once and in order, until the signal ends it. Without
 * `lastEventId` it starts now and says `chat.started` first, so that there is a number to come back
 * with; `chat.reset` says that what lies between is gone.
 *
 * @throws DomainError `auth.session_expired`, while listening, when session or membership end
 */
export function followChat(
  ctx: DealerContext,
  input: ChatFeedInput,
  options: FollowChatOptions = {},
): Promise<AsyncGenerator<FollowedChatEvent, void>> {
  const memberId = ctx.gallery.id;
  return followFeedOf(ctx, { memberId, lastEventId: input?.lastEventId }, options);
}
