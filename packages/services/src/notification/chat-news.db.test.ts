import { randomUUID } from "node:crypto";
import { newId } from "@oto/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markRoomRead, openRoom, sendInput, sendMessage } from "../chat";
import type { DealerContext } from "../context";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform } from "../testing";
import { remindOfChat } from ".";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const system = () => test.platform.database.unsafeSystem("a test plays the worker");

async function talk() {
  const [a, b] = [
    await createDealerContext(test.platform),
    await createDealerContext(test.platform),
  ];
  const { roomId } = await openRoom(a, { galleryId: b.gallery.id });
  const write = (ctx: DealerContext, text: string) =>
    sendMessage(ctx, sendInput.parse({ clientMessageId: randomUUID(), roomId, text }));
  return { a, b, roomId, write };
}

/** What the consumer does with a reminder, delivered twice; who is told by which channels. */
async function remind(payload: { roomId: string; galleryId: string; seq: number }) {
  const eventId = newId();
  for (const _delivery of [1, 2]) {
    await system().write((tx) => remindOfChat(test.platform, tx, { eventId, payload }));
  }
  return system().read((tx) =>
    tx.messageDelivery.findMany({
      where: { type: "chat.unread", dedupeKey: { startsWith: eventId } },
      orderBy: { channel: "asc" },
      select: { userId: true, channel: true, params: true, href: true },
    }),
  );
}

describe("a reminder of unread messages", () => {
  it("tells each reader once a channel who wrote and how many wait", async () => {
    const { a, b, roomId, write } = await talk();
    for (const text of ["1", "2", "3"]) await write(a, text);
    await write(b, "kendi sözüm");
    await markRoomRead(b, { roomId, seq: 1 });
    const told = await remind({ roomId, galleryId: b.gallery.id, seq: 3 });
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ channel }) => channel)).size).toBe(told.length);
    for (const row of told) {
      expect(row.userId).toBe(b.identity.userId);
      expect(row.href).toContain(roomId);
      expect(row.params).toMatchObject({ roomId, counterpart: expect.any(String), count: 2 });
    }
  });

  it("leaves alone whoever has read meanwhile", async () => {
    const { a, b, roomId, write } = await talk();
    await write(a, "1");
    await markRoomRead(b, { roomId, seq: 1 });
    expect(await remind({ roomId, galleryId: b.gallery.id, seq: 1 })).toEqual([]);
  });

  it("is not made for a room that a person has muted, nor for what was taken back", async () => {
    const { a, b, roomId, write } = await talk();
    const { messageId } = await write(a, "1");
    await system().write((tx) =>
      tx.chatReader.upsert({
        where: { roomId_userId: { roomId, userId: b.identity.userId } },
        create: {
          ...{ roomId, userId: b.identity.userId, galleryId: b.gallery.id },
          mutedUntil: new Date(test.clock.now().getTime() + 3_600_000),
        },
        update: { mutedUntil: new Date(test.clock.now().getTime() + 3_600_000) },
        select: { roomId: true },
      }),
    );
    expect(await remind({ roomId, galleryId: b.gallery.id, seq: 1 })).toEqual([]);
    test.clock.advance(2 * 3_600_000);
    expect(await remind({ roomId, galleryId: b.gallery.id, seq: 1 })).not.toEqual([]);
    await system().write((tx) =>
      tx.chatMessage.update({
        where: { id: messageId },
        data: { deletedAt: test.clock.now(), text: null, searchText: null },
        select: { id: true },
      }),
    );
    expect(await remind({ roomId, galleryId: b.gallery.id, seq: 1 })).toEqual([]);
  });
});
