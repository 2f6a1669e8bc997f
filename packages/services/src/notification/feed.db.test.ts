import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext, Platform } from "../context";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform } from "../testing";
import { appendFeed, wakeScreens } from "./feed";
import type { FollowOptions, NumberedFeedEvent } from "./follow-feed.service";
import { followFeed } from "./follow-feed.service";

let test: TestPlatform;
let platform: Platform;

beforeAll(async () => {
  test = await createTestPlatform();
  platform = test.platform;
});

afterAll(() => test.close());

const system = () => platform.database.unsafeSystem("tests write for several galleries");
const entry = (galleryId: string, n = 0) =>
  ({ galleryId, type: "vehicle.updated", payload: { n } }) as const;

/** Writes one entry for each gallery in one transaction, and wakes their screens. */
async function write(galleryIds: readonly string[], n = 0): Promise<void> {
  await system().write((tx) =>
    appendFeed(
      tx,
      galleryIds.map((galleryId) => entry(galleryId, n)),
    ),
  );
  await wakeScreens(platform, galleryIds);
}

/** Takes the next events of a feed. */
async function take(
  feed: AsyncGenerator<NumberedFeedEvent, void>,
  count: number,
): Promise<NumberedFeedEvent[]> {
  const events: NumberedFeedEvent[] = [];
  while (events.length < count) {
    const next = await feed.next();
    if (next.done) break;
    events.push(next.value);
  }
  return events;
}

const seqs = (events: readonly NumberedFeedEvent[]) => events.map(({ seq }) => Number(seq));
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe("the feed", () => {
  it("is numbered without gaps under parallel writers who also fail", async () => {
    const [a, b] = [await createDealerContext(platform), await createDealerContext(platform)];
    const ids = [a.gallery.id, b.gallery.id];
    const writes = Array.from({ length: 40 }, async (_, n) => {
      if (n % 4 === 3) {
        const failing = system().write(async (tx) => {
          await appendFeed(tx, [entry(a.gallery.id, n)]);
          throw new Error("rolled back");
        });
        await expect(failing).rejects.toThrow("rolled back");
      } else await write(n % 2 === 0 ? ids : ids.toReversed(), n);
    });
    await Promise.all(writes);
    for (const ctx of [a, b]) {
      const rows = await ctx.db.read((tx) =>
        tx.galleryFeed.findMany({ orderBy: { seq: "asc" }, select: { seq: true } }),
      );
      expect(rows.map(({ seq }) => Number(seq))).toEqual(upTo(30));
    }
  });

  it("hands a listener everything in order while writers commit in parallel", async () => {
    const ctx = await createDealerContext(platform);
    const feed = await followFeed(ctx, { lastEventId: "0" });
    const taking = take(feed, 60);
    await Promise.all(Array.from({ length: 60 }, (_, n) => write([ctx.gallery.id], n)));
    expect(seqs(await taking)).toEqual(upTo(60));
    await feed.return();
  });

  it("goes on after the last number, and starts with what comes next without one", async () => {
    const ctx = await createDealerContext(platform);
    const id = ctx.gallery.id;
    for (const n of [1, 2, 3]) await write([id], n);
    const resumed = await followFeed(ctx, { lastEventId: "1" });
    expect(seqs(await take(resumed, 2))).toEqual([2, 3]);
    const fresh = await followFeed(ctx, undefined);
    // It counts from the moment of the call, whenever the first event is asked for.
    await write([id], 4);
    const [begun, next] = await take(fresh, 2);
    expect(begun).toMatchObject({ seq: "3", event: { type: "feed.started" } });
    expect(next).toMatchObject({ seq: "4", event: { type: "vehicle.updated", payload: { n: 4 } } });
    await Promise.all([resumed.return(), fresh.return()]);
  });

  it("says so when events were cleared away or belong to another life", async () => {
    const ctx = await createDealerContext(platform);
    const id = ctx.gallery.id;
    for (const n of [1, 2, 3, 4]) await write([id], n);
    await system().write((tx) =>
      tx.galleryFeed.deleteMany({ where: { galleryId: id, seq: { lte: 2n } } }),
    );
    const late = await followFeed(ctx, { lastEventId: "0" });
    const events = await take(late, 3);
    expect(events.map(({ seq, event }) => [seq, event.type])).toEqual([
      ["2", "feed.reset"],
      ["3", "vehicle.updated"],
      ["4", "vehicle.updated"],
    ]);
    const ahead = await followFeed(ctx, { lastEventId: "99" });
    expect(await take(ahead, 1)).toMatchObject([{ seq: "4", event: { type: "feed.reset" } }]);
    await Promise.all([late.return(), ahead.return()]);
  });

  it("shows a gallery its own events only", async () => {
    const [mine, theirs] = [
      await createDealerContext(platform),
      await createDealerContext(platform),
    ];
    await write([theirs.gallery.id], 1);
    await write([mine.gallery.id], 2);
    const feed = await followFeed(mine, { lastEventId: "0" });
    expect(await take(feed, 1)).toMatchObject([{ seq: "1", event: { payload: { n: 2 } } }]);
    await feed.return();
  });
});

describe("listening", () => {
  const options: FollowOptions = { pollMs: 20, recheckMs: 40 };
  const drain = async (ctx: DealerContext, signal?: AbortSignal) => {
    const feed = await followFeed(ctx, { lastEventId: "0" }, { ...options, signal });
    return take(feed, 1);
  };

  it("ends with the session and with the membership", async () => {
    const signedOut = await createDealerContext(platform);
    const expelled = await createDealerContext(platform);
    const ends = Promise.allSettled([drain(signedOut), drain(expelled)]);
    await system().write(async (tx) => {
      await tx.session.update({
        where: { id: signedOut.identity.sessionId },
        data: { revokedAt: new Date() },
        select: { id: true },
      });
      await tx.membership.deleteMany({ where: { galleryId: expelled.gallery.id } });
    });
    const reasons = (await ends).map((end) =>
      end.status === "rejected" ? end.reason.message : "",
    );
    expect(reasons).toEqual(["auth.session_expired", "auth.session_expired"]);
  });

  it("ends when the listener goes away, and reads by itself what nobody woke it for", async () => {
    const ctx = await createDealerContext(platform);
    const leaving = new AbortController();
    const left = drain(ctx, leaving.signal);
    leaving.abort();
    expect(await left).toEqual([]);
    const waiting = drain(ctx);
    await system().write((tx) => appendFeed(tx, [entry(ctx.gallery.id)]));
    expect(seqs(await waiting)).toEqual([1]);
  });
});
