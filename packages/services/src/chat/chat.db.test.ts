import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { createOffer } from "../offer";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createGallery,
  createTestPlatform,
  createUser,
  createVehicle,
  TEST_PRICE,
} from "../testing";
import type { ChatEvent } from ".";
import {
  chatCounts,
  chatHistory,
  followChat,
  getRoom,
  listRooms,
  markRoomRead,
  muteRoom,
  openRoom,
  roomListInput,
  sendInput,
  sendMessage,
} from ".";
import { readFeedFrom, readFeedHead } from "./chat-feed.reader";
import { ChatHub } from "./chat-hub";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const dealers = async (): Promise<[DealerContext, DealerContext]> => [
  await createDealerContext(test.platform),
  await createDealerContext(test.platform),
];
const write = (ctx: DealerContext, input: object) =>
  sendMessage(ctx, sendInput.parse({ clientMessageId: randomUUID(), ...input }));
const say = (ctx: DealerContext, roomId: string, text: string) => write(ctx, { roomId, text });
const all = roomListInput.parse({});
const read = (ctx: DealerContext, roomId: string) => chatHistory(ctx, { roomId, limit: 200 });

async function talk(): Promise<{ a: DealerContext; b: DealerContext; roomId: string }> {
  const [a, b] = await dealers();
  const { roomId } = await openRoom(a, { galleryId: b.gallery.id });
  return { a, b, roomId };
}

describe("rooms", () => {
  it("are one for a pair, whoever opens them and however often at once", async () => {
    const [a, b] = await dealers();
    const opened = await Promise.all([
      openRoom(a, { galleryId: b.gallery.id }),
      openRoom(b, { galleryId: a.gallery.id }),
      openRoom(a, { galleryId: b.gallery.id }),
    ]);
    expect(new Set(opened.map(({ roomId }) => roomId)).size).toBe(1);
  });

  it("are one over a vehicle, by the vehicle, by an offer and for the seller", async () => {
    const [seller, buyer] = await dealers();
    const { vehicleId } = await createVehicle(test.platform, seller.gallery.id);
    const { roomId } = await openRoom(buyer, { vehicleId });
    expect(await getRoom(buyer, { roomId })).toMatchObject({ kind: "VEHICLE", side: "BUYER" });
    const amount = { amount: TEST_PRICE, currency: "TRY" as const };
    const { offerId } = await createOffer(buyer, { vehicleId, amount });
    for (const ctx of [seller, buyer]) expect(await openRoom(ctx, { offerId })).toEqual({ roomId });
    const galleryId = buyer.gallery.id;
    expect(await openRoom(seller, { vehicleId, galleryId })).toEqual({ roomId });
    expect(await getRoom(seller, { roomId })).toMatchObject({
      kind: "OFFER",
      side: "SELLER",
      offerId,
      vehicle: { vehicleId, available: true },
    });
  });

  it("do not exist for strangers, nor with oneself, nor over what nobody sees", async () => {
    const { a, roomId } = await talk();
    const [stranger, other] = await dealers();
    const refused = [
      getRoom(stranger, { roomId }),
      read(stranger, roomId),
      say(stranger, roomId, "merhaba"),
      markRoomRead(stranger, { roomId, seq: 1 }),
      muteRoom(stranger, { roomId, until: null }),
    ];
    const reasons = (await Promise.allSettled(refused)).map((each) =>
      each.status === "rejected" ? String(each.reason.reason) : "answered",
    );
    expect(reasons).toEqual(refused.map(() => "chat.not_found"));
    await expect(openRoom(a, { galleryId: a.gallery.id })).rejects.toThrow("chat.with_yourself");
    const draft = await createVehicle(test.platform, a.gallery.id, { status: "DRAFT" });
    await expect(openRoom(other, draft)).rejects.toThrow("marketplace.not_found");
    const discreet = await createGallery(test.platform, { publicListing: false });
    await expect(openRoom(a, { galleryId: discreet.id })).rejects.toThrow("gallery.not_found");
    await expect(openRoom(a, { galleryId: randomUUID() })).rejects.toThrow("gallery.not_found");
  });
});

describe("messages", () => {
  it("have numbers without gaps when everybody writes at once, and come once when sent twice", async () => {
    const { a, b, roomId } = await talk();
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const twice = [...ids, ...ids];
    const sent = await Promise.all(
      twice.map((id, index) =>
        write(index % 2 ? a : b, { roomId, text: `mesaj ${index}`, clientMessageId: id }),
      ),
    );
    const { items, lastSeq } = await read(a, roomId);
    expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: lastSeq }, (_, i) => i + 1));
    expect(lastSeq).toBe(20);
    for (const [index, id] of ids.entries()) {
      const same = sent.filter(({ message }) => message.clientMessageId === id);
      expect(new Set(same.map(({ messageId }) => messageId)).size, `${index}`).toBe(1);
    }
  });

  it("keep who, what and when, and leave out what is not text", async () => {
    const { a, b, roomId } = await talk();
    const { message } = await say(
      a,
      roomId,
      "  Araç hâlâ satılık mı?\r\nTeşekkürler\u202e \u0000 ",
    );
    expect(message).toMatchObject({
      seq: 1,
      kind: "TEXT",
      sender: { galleryId: a.gallery.id, userId: a.identity.userId, name: "Deniz Y." },
    });
    expect((await read(b, roomId)).items).toEqual([message]);
  });

  it("are read in stretches, after and before a number", async () => {
    const { a, roomId } = await talk();
    for (let n = 1; n <= 7; n += 1) await say(a, roomId, `${n}`);
    const texts = async (input: object) => {
      const page = await chatHistory(a, { roomId, limit: 3, ...input });
      const { hasAfter, hasBefore, items } = page;
      return [items.map(({ text }) => text).join(""), hasBefore, hasAfter];
    };
    expect(await texts({})).toEqual(["567", true, false]);
    expect(await texts({ beforeSeq: 5 })).toEqual(["234", true, true]);
    expect(await texts({ beforeSeq: 2 })).toEqual(["1", false, true]);
    expect(await texts({ afterSeq: 0 })).toEqual(["123", false, true]);
    expect(await texts({ afterSeq: 5 })).toEqual(["67", true, false]);
    expect(await texts({ afterSeq: 7 })).toEqual(["", true, false]);
  });

  it("announce a burst once", async () => {
    const { a, b, roomId } = await talk();
    for (const text of ["1", "2", "3"]) await say(a, roomId, text);
    await markRoomRead(b, { roomId, seq: 3 });
    await say(a, roomId, "4");
    await say(b, roomId, "5");
    const { rows } = await test.platform.database.pool.query(
      `select payload->>'galleryId' as gallery, (payload->>'seq')::int as seq from outbox_event
        where name = 'chat.message_waiting' and aggregate_id = $1 order by seq`,
      [roomId],
    );
    expect(rows.toSorted((x, y) => x.seq - y.seq)).toEqual([
      { gallery: b.gallery.id, seq: 1 },
      { gallery: b.gallery.id, seq: 4 },
      { gallery: a.gallery.id, seq: 5 },
    ]);
  });
});

describe("read marks", () => {
  it("are a person's own and go forward only; the other side sees its furthest reader", async () => {
    const { a, b, roomId } = await talk();
    const { id } = await createUser(test.platform, {
      member: { galleryId: b.gallery.id, role: "SALES" },
    });
    const colleague = { ...b, identity: { ...b.identity, userId: id } };
    for (const text of ["1", "2", "3"]) await say(a, roomId, text);
    expect(await chatCounts(b)).toEqual({ unreadRooms: 1, unreadMessages: 3 });
    expect(await chatCounts(a)).toEqual({ unreadRooms: 0, unreadMessages: 0 });
    expect((await markRoomRead(b, { roomId, seq: 2 })).counts.unreadMessages).toBe(1);
    await markRoomRead(b, { roomId, seq: 1 });
    expect((await getRoom(b, { roomId })).unread).toBe(1);
    expect((await markRoomRead(colleague, { roomId, seq: 99 })).readSeq).toBe(3);
    expect((await getRoom(b, { roomId })).unread).toBe(1);
    expect((await getRoom(a, { roomId })).theirs.readSeq).toBe(3);
    const until = new Date(test.platform.now().getTime() + 60_000).toISOString();
    await muteRoom(b, { roomId, until });
    expect(await chatCounts(b)).toEqual({ unreadRooms: 0, unreadMessages: 0 });
  });

  it("are in the list, which finds rooms by the words of a name", async () => {
    const { a, b, roomId } = await talk();
    const rooms = await Promise.all(
      [1, 2].map(async () => {
        const other = await createDealerContext(test.platform);
        return openRoom(a, { galleryId: other.gallery.id });
      }),
    );
    test.clock.advance(1_000);
    await say(b, roomId, "selam");
    const { items, counts } = await listRooms(a, all);
    expect(items.map((room) => room.roomId).slice(0, 1)).toEqual([roomId]);
    expect(items).toHaveLength(rooms.length + 1);
    expect(items[0]).toMatchObject({
      unread: 1,
      lastMessage: { text: "selam", seq: 1 },
      counterpart: { galleryId: b.gallery.id },
      canSend: true,
    });
    expect(counts).toEqual({ unreadRooms: 1, unreadMessages: 1 });
    const unread = await listRooms(a, { ...all, filter: "UNREAD" });
    expect(unread.items.map((room) => room.roomId)).toEqual([roomId]);
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listRooms(a, { ...all, limit: 1, cursor });
      pages.push(...page.items.map((room) => room.roomId));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(items.map((room) => room.roomId));
    const q = items[0]?.counterpart.name.toLocaleUpperCase("tr") ?? "";
    expect((await listRooms(a, { ...all, q })).items.map((room) => room.roomId)).toContain(roomId);
    expect((await listRooms(a, { ...all, q: "yok böyle bir galeri" })).items).toEqual([]);
  });
});

describe("following", () => {
  /** Reads events until told to stop, as a screen does. */
  function listen(ctx: DealerContext, lastEventId?: string) {
    const stop = new AbortController();
    const heard: { seq: string; event: ChatEvent }[] = [];
    const done = (async () => {
      const feed = await followChat(ctx, { lastEventId }, { signal: stop.signal });
      for await (const each of feed) heard.push(each);
    })();
    const texts = () =>
      heard.flatMap(({ event }) =>
        event.type === "message.created" ? [`${event.message.text}`] : [],
      );
    return {
      heard,
      texts,
      async end() {
        stop.abort();
        await done;
      },
    };
  }

  it("brings all rooms of both sides live, and after a break exactly what was missed", async () => {
    const { a, b, roomId } = await talk();
    const first = listen(b);
    await expect.poll(() => first.heard[0]?.event.type, { timeout: 10_000 }).toBe("chat.started");
    await say(a, roomId, "1");
    await say(b, roomId, "2");
    await expect.poll(first.texts, { timeout: 10_000 }).toEqual(["1", "2"]);
    await first.end();
    const last = first.heard.at(-1)?.seq;
    await say(a, roomId, "3");
    const other = await createDealerContext(test.platform);
    const second = await openRoom(other, { galleryId: b.gallery.id });
    await say(other, second.roomId, "4");
    const back = listen(b, last);
    await expect.poll(back.texts, { timeout: 10_000 }).toEqual(["3", "4"]);
    await say(a, roomId, "5");
    await expect.poll(back.texts, { timeout: 10_000 }).toEqual(["3", "4", "5"]);
    await back.end();
    const numbers = [...first.heard, ...back.heard].map(({ seq }) => Number(seq));
    expect(numbers).toEqual(numbers.toSorted((x, y) => x - y));
  });

  it("tells the other side what was delivered and read", async () => {
    const { a, b, roomId } = await talk();
    const [mine, theirs] = [listen(a), listen(b)];
    await expect.poll(() => theirs.heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(() => mine.heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
    await say(a, roomId, "var mı?");
    const progress = () =>
      mine.heard.flatMap(({ event }) =>
        event.type === "room.progress" ? [[event.deliveredSeq, event.readSeq]] : [],
      );
    await expect.poll(progress, { timeout: 10_000 }).toEqual([[1, 0]]);
    await markRoomRead(b, { roomId, seq: 1 });
    await expect.poll(progress, { timeout: 10_000 }).toEqual([
      [1, 0],
      [1, 1],
    ]);
    await mine.end();
    await theirs.end();
  });

  it("goes on when somebody comes as the last one leaves", async () => {
    const { a, b, roomId } = await talk();
    const hub = new ChatHub(test.platform);
    const first = await hub.join(a.gallery.id, a.identity);
    const [second] = await Promise.all([hub.join(b.gallery.id, b.identity), first.leave()]);
    const before = await readFeedHead(b, b.gallery.id);
    await say(a, roomId, "Orada mısınız?");
    await expect.poll(() => second.feed.at, { timeout: 10_000 }).toBe(before + 1n);
    await second.leave();
  });

  it("takes nothing for gone that is written while it is read", async () => {
    const { a, b, roomId } = await talk();
    await say(a, roomId, "1");
    const from = await readFeedHead(b, b.gallery.id);
    // Between any two questions to the database somebody writes.
    const { database } = b;
    let asked = 0;
    const pool = {
      query: async (...question: Parameters<typeof database.pool.query>) => {
        const answer: unknown = await database.pool.query(...question);
        asked += 1;
        if (asked <= 2) await say(a, roomId, `while reading ${asked}`);
        return answer;
      },
    };
    const busy = { ...b, database: Object.create(database, { pool: { value: pool } }) };
    let after = from;
    const texts: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const { events, lostUpTo } = await readFeedFrom(busy, b.gallery.id, after);
      expect(lostUpTo).toBeNull();
      for (const { event, seq } of events) {
        after = seq;
        if (event.type === "message.created") texts.push(`${event.message.text}`);
      }
    }
    expect(texts).toEqual(["while reading 1", "while reading 2"]);
  });

  it("says so when what was missed is gone, and when a number is from another life", async () => {
    const { a, b, roomId } = await talk();
    for (const text of ["1", "2", "3"]) await say(a, roomId, text);
    await test.platform.database.pool.query(
      "delete from chat_feed where gallery_id = $1 and seq <= 3",
      [b.gallery.id],
    );
    const late = listen(b, "1");
    await expect.poll(late.texts, { timeout: 10_000 }).toEqual(["3"]);
    expect(late.heard[0]?.event.type).toBe("chat.reset");
    const lost = listen(b, "900");
    await expect.poll(() => lost.heard[0]?.event.type, { timeout: 10_000 }).toBe("chat.reset");
    await say(a, roomId, "4");
    await expect.poll(lost.texts, { timeout: 10_000 }).toEqual(["4"]);
    await late.end();
    await lost.end();
  });
});
