import { can, canInGallery, DomainError, PLATFORM_MEMBER } from "@oto/domain";
import { loadIdentities } from "../auth/identity.service";
import type { Identity, Platform } from "../context";
import type { ChatSignal } from "./chat-feed";
import { CHAT_TOPIC, memberView, signalChat } from "./chat-feed";
import { FEED_PAGE, readFeedHead, readFeeds, readPartners } from "./chat-feed.reader";
import { Deliveries } from "./deliveries";
import { ChatListener, LiveFeed } from "./live-feed";

/** Feeds are read this often even if nothing woke them. */
const POLL_MS = 15_000;
/** Sessions of listeners are looked at again this often. */
const RECHECK_MS = 30_000;
/** How long a gallery may be between two connections before it counts as gone. */
const GRACE_MS = 8_000;

const mayListen = (identity: Identity | undefined, memberId: string): boolean => {
  if (memberId === PLATFORM_MEMBER) {
    return Boolean(identity?.platformRole && can(identity.platformRole, "support:read"));
  }
  const gallery = identity?.gallery;
  return (
    gallery?.id === memberId &&
    canInGallery({ role: gallery.role, galleryStatus: gallery.status }, "chat:read")
  );
};

/**
 * The chat of one process: one subscription, one reading a wake-up for all galleries that anybody
 * listens to here, and every event made once for all screens that show it.
 */
export class ChatHub {
  readonly #platform: Platform;
  readonly #feeds = new Map<string, Promise<LiveFeed>>();
  readonly #live = new Map<string, LiveFeed>();
  readonly #dirty = new Set<string>();
  readonly #deliveries: Deliveries;
  #pumping: Promise<void> | undefined;
  #started: Promise<() => Promise<void>> | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#deliveries = new Deliveries(platform);
  }

  /** Begins to listen for a member; what comes from now on is not missed. */
  async join(
    memberId: string,
    who: { sessionId: string; userId: string },
  ): Promise<{ feed: LiveFeed; listener: ChatListener; leave(): Promise<void> }> {
    const listener = new ChatListener(who);
    // Seated before anything else: whoever leaves meanwhile is not the last one.
    const feed = await this.#seat(memberId, listener);
    try {
      await this.#startOnce();
    } catch (error) {
      await this.#leave(feed, listener);
      throw error;
    }
    // Not waited for: under load there is always something more to read.
    this.#dirty.add(memberId);
    void this.#pump();
    return { feed, listener, leave: () => this.#leave(feed, listener) };
  }

  /** Puts a listener where events arrive; the last one may have left a feed while we opened it. */
  async #seat(memberId: string, listener: ChatListener): Promise<LiveFeed> {
    for (;;) {
      const feed = await this.#open(memberId);
      if (this.#live.get(memberId) !== feed) continue;
      feed.listeners.add(listener);
      return feed;
    }
  }

  async #open(memberId: string): Promise<LiveFeed> {
    const known = this.#feeds.get(memberId);
    if (known) return known;
    const opening = (async () => {
      const head = await readFeedHead(this.#platform, memberId);
      const feed = new LiveFeed(memberId, head);
      feed.partners = await readPartners(this.#platform, memberId);
      this.#live.set(memberId, feed);
      return feed;
    })();
    this.#feeds.set(memberId, opening);
    opening.catch(() => this.#feeds.delete(memberId));
    const feed = await opening;
    if (memberId !== PLATFORM_MEMBER) {
      void signalChat(this.#platform, { t: "presence", g: memberId, o: true });
    }
    return feed;
  }

  async #leave(feed: LiveFeed, listener: ChatListener): Promise<void> {
    feed.listeners.delete(listener);
    if (feed.listeners.size > 0) return;
    this.#live.delete(feed.memberId);
    this.#feeds.delete(feed.memberId);
    if (feed.memberId !== PLATFORM_MEMBER) this.#sayGoneLater(feed.memberId);
    if (this.#feeds.size === 0) await this.#stop();
  }

  /** A page that is loaded anew leaves and comes back: only who stays away is gone. */
  #sayGoneLater(galleryId: string): void {
    const timer = setTimeout(async () => {
      try {
        const present = await this.#platform.adapters.presence.ofGalleries([galleryId]);
        if (present.get(galleryId)?.online) return;
        await signalChat(this.#platform, { t: "presence", g: galleryId, o: false });
      } catch (error) {
        this.#platform.logger.debug({ err: error }, "absence unsaid");
      }
    }, GRACE_MS);
    timer.unref();
  }

  /** A start that failed (the database was away) is tried again by whoever comes next. */
  async #startOnce(): Promise<void> {
    this.#started ??= this.#start().catch((error: unknown) => {
      this.#started = undefined;
      throw error;
    });
    await this.#started;
  }

  async #start(): Promise<() => Promise<void>> {
    const { pubSub } = this.#platform.adapters;
    const hear = (message: unknown) => this.#hear(message as ChatSignal);
    const unsubscribe = await pubSub.subscribe(CHAT_TOPIC, hear);
    const all = () => this.#refreshAll();
    const forgetReconnect = pubSub.onReconnected(all);
    const timers = [setInterval(all, POLL_MS), setInterval(() => this.#recheck(), RECHECK_MS)];
    for (const timer of timers) timer.unref();
    return async () => {
      for (const timer of timers) clearInterval(timer);
      forgetReconnect();
      await unsubscribe();
      await this.#deliveries.flush();
    };
  }

  async #stop(): Promise<void> {
    const started = this.#started;
    this.#started = undefined;
    await (await started)?.();
  }

  #hear(signal: ChatSignal): void {
    switch (signal.t) {
      case "wake":
        for (const member of signal.m) if (this.#live.has(member)) this.#dirty.add(member);
        void this.#pump();
        return;
      case "progress": {
        const { d: deliveredSeq, g, r: roomId, s: readSeq } = signal;
        const progress = { roomId, galleryId: memberView(g), deliveredSeq, readSeq };
        this.#tell(signal.m, { type: "room.progress", ...progress });
        return;
      }
      case "read":
        this.#live
          .get(signal.m)
          ?.tell({ type: "room.read", roomId: signal.r, readSeq: signal.s }, signal.u);
        return;
      case "typing": {
        const { g, n: name, r: roomId, u: userId } = signal;
        this.#tell(signal.m, { type: "typing", roomId, galleryId: memberView(g), userId, name });
        return;
      }
      case "presence":
        for (const feed of this.#live.values()) {
          if (!feed.partners.has(signal.g)) continue;
          feed.tell({ type: "presence", galleryId: signal.g, online: signal.o });
        }
    }
  }

  #tell(members: readonly string[], event: Parameters<LiveFeed["tell"]>[0]): void {
    for (const member of members) this.#live.get(member)?.tell(event);
  }

  #refreshAll(): void {
    for (const member of this.#live.keys()) this.#dirty.add(member);
    void this.#pump();
  }

  /** Reads until nothing is new; what wakes meanwhile is read in the next round, all at once. */
  #pump(): Promise<void> {
    this.#pumping ??= this.#readDirty().finally(() => {
      this.#pumping = undefined;
      if (this.#dirty.size > 0) void this.#pump();
    });
    return this.#pumping;
  }

  async #readDirty(): Promise<void> {
    while (this.#dirty.size > 0) {
      const feeds = [...this.#dirty].flatMap((member) => this.#live.get(member) ?? []);
      this.#dirty.clear();
      try {
        const places = new Map(feeds.map(({ memberId, at }) => [memberId, at]));
        const found = await readFeeds(this.#platform, places);
        for (const feed of feeds) await this.#take(feed, found.get(feed.memberId) ?? []);
      } catch (error) {
        // Screens look again with the next wake-up, or when the clock says so.
        this.#platform.logger.warn({ err: error }, "chat feeds could not be read");
        return;
      }
    }
  }

  async #take(feed: LiveFeed, events: Parameters<LiveFeed["append"]>[0]): Promise<void> {
    if (events.length === 0) return;
    if (events.length >= FEED_PAGE) this.#dirty.add(feed.memberId);
    if (events.some(({ event }) => event.type === "room.updated")) {
      feed.partners = await readPartners(this.#platform, feed.memberId);
    }
    feed.append(events);
    if (feed.listeners.size > 0) this.#deliveries.note(feed.memberId, events);
  }

  /** Ends listening of everybody whose session or right has ended; one question for all. */
  async #recheck(): Promise<void> {
    const all = [...this.#live.values()].flatMap(({ memberId, listeners }) =>
      [...listeners].map((listener) => ({ memberId, listener })),
    );
    if (all.length === 0) return;
    try {
      const ids = [...new Set(all.map(({ listener }) => listener.sessionId))];
      const identities = await loadIdentities(this.#platform, ids);
      for (const { listener, memberId } of all) {
        if (mayListen(identities.get(listener.sessionId), memberId)) continue;
        listener.refuse(new DomainError("auth.session_expired"));
      }
    } catch (error) {
      this.#platform.logger.warn({ err: error }, "listeners of chat could not be looked at");
    }
  }
}

const hubs = new WeakMap<object, ChatHub>();

/** The hub of this process. */
export function chatHubOf(platform: Platform): ChatHub {
  const { adapters, database, env, logger, now } = platform;
  const known = hubs.get(adapters);
  if (known) return known;
  const hub = new ChatHub({ adapters, database, env, logger, now });
  hubs.set(adapters, hub);
  return hub;
}
