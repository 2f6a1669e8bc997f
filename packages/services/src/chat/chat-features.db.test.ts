import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { acceptOffer, createOffer } from "../offer";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform, createVehicle, TEST_PRICE } from "../testing";
import type { ChatMessageView } from ".";
import {
  blockGallery,
  chatAttachment,
  chatHistory,
  chatSearchInput,
  completeChatUpload,
  createChatUpload,
  editMessage,
  getRoom,
  listBlocks,
  openRoom,
  postSystemLines,
  prepareChatFile,
  remindOfUnreadChat,
  removeMessage,
  reportChat,
  searchChat,
  sendInput,
  sendMessage,
  settleChatFile,
  sweepChat,
  typing,
} from ".";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const MINUTE = 60_000;
const never = new AbortController().signal;
const system = () => test.platform.database.unsafeSystem("a test plays the worker");
const write = (ctx: DealerContext, input: object) =>
  sendMessage(ctx, sendInput.parse({ clientMessageId: randomUUID(), ...input }));
const last = async (ctx: DealerContext, roomId: string): Promise<ChatMessageView | undefined> =>
  (await chatHistory(ctx, { roomId, limit: 1 })).items[0];

async function talk() {
  const a = await createDealerContext(test.platform);
  const b = await createDealerContext(test.platform);
  const { roomId } = await openRoom(a, { galleryId: b.gallery.id });
  return { a, b, roomId };
}

/** Everything that the outbox holds of one event's name and aggregate. */
async function published(name: string, aggregateId: string) {
  const { rows } = await test.platform.database.pool.query(
    "select id, payload from outbox_event where name = $1 and aggregate_id = $2 order by seq",
    [name, aggregateId],
  );
  return rows as { id: string; payload: Record<string, never> }[];
}

describe("changes", () => {
  it("are made by the writer, for fifteen minutes, and keep what was said for the platform", async () => {
    const { a, b, roomId } = await talk();
    const { messageId } = await write(a, { roomId, text: "500 bin" });
    await expect(editMessage(b, { messageId, text: "1 lira" })).rejects.toThrow("chat.not_yours");
    const stranger = await createDealerContext(test.platform);
    await expect(removeMessage(stranger, { messageId })).rejects.toThrow("chat.message_not_found");
    expect(await editMessage(a, { messageId, text: "550 bin" })).toMatchObject({ text: "550 bin" });
    expect(await last(b, roomId)).toMatchObject({ text: "550 bin", seq: 1 });
    await removeMessage(a, { messageId });
    expect(await last(b, roomId)).toMatchObject({ text: null, seq: 1, attachments: [] });
    await expect(editMessage(a, { messageId, text: "x" })).rejects.toThrow("chat.message_deleted");
    const { rows } = await test.platform.database.pool.query(
      "select action, text from chat_message_revision where message_id = $1 order by id",
      [messageId],
    );
    expect(rows).toEqual([
      { action: "EDIT", text: "500 bin" },
      { action: "DELETE", text: "550 bin" },
    ]);
    await expect(
      a.db.read((tx) => tx.chatMessageRevision.findMany({ where: { messageId } })),
    ).rejects.toThrow(/permission denied/);
    const late = await write(a, { roomId, text: "geç" });
    test.clock.advance(15 * MINUTE + 1);
    await expect(removeMessage(a, late)).rejects.toThrow("chat.too_late");
  });
});

describe("search", () => {
  it("finds every word as Turkish is typed anywhere, in own rooms only, and never what was deleted", async () => {
    const { a, b, roomId } = await talk();
    const other = await talk();
    await write(a, { roomId, text: "Işıklı tampon ÇİZİK mi?" });
    await write(other.a, { roomId: other.roomId, text: "ışıklı tampon çizik" });
    const gone = await write(b, { roomId, text: "çizik tampon yok" });
    await removeMessage(b, gone);
    const find = async (ctx: DealerContext, q: string, room?: string) => {
      const page = await searchChat(ctx, chatSearchInput.parse({ q, roomId: room }));
      return page.items.map((hit) => hit.message.text);
    };
    expect(await find(b, "isikli cizik")).toEqual(["Işıklı tampon ÇİZİK mi?"]);
    expect(await find(a, "TAMPON", roomId)).toEqual(["Işıklı tampon ÇİZİK mi?"]);
    expect(await find(a, "100%")).toEqual([]);
    await expect(find(a, "tampon", other.roomId)).rejects.toThrow("chat.not_found");
  });
});

describe("blocks", () => {
  it("turn messages off for both sides until they are lifted", async () => {
    const { a, b, roomId } = await talk();
    await blockGallery(b, { roomId, blocked: true });
    await blockGallery(b, { roomId, blocked: true });
    for (const ctx of [a, b]) {
      await expect(write(ctx, { roomId, text: "x" })).rejects.toThrow("chat.blocked");
    }
    expect((await getRoom(a, { roomId })).blocked).toBe("THEM");
    expect(await getRoom(b, { roomId })).toMatchObject({ blocked: "US", canSend: false });
    expect((await listBlocks(b)).items.map(({ galleryId }) => galleryId)).toEqual([a.gallery.id]);
    await blockGallery(b, { roomId, blocked: false });
    await write(a, { roomId, text: "yine merhaba" });
  });

  it("let somebody type no more often than is useful", async () => {
    const { a, b, roomId } = await talk();
    expect(await typing(a, { roomId })).toEqual({ told: true });
    expect(await typing(a, { roomId })).toEqual({ told: false });
    expect(await typing(b, { roomId })).toEqual({ told: true });
    const stranger = await createDealerContext(test.platform);
    await expect(typing(stranger, { roomId })).rejects.toThrow("chat.not_found");
  });
});

describe("files", () => {
  const PDF = Buffer.from(
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>\n%%EOF\n",
  );
  const PNG = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC",
    "base64",
  );

  async function upload(ctx: DealerContext, roomId: string, file: [string, Buffer]) {
    const [contentType, body] = file;
    const fileName = "belge";
    const { attachmentId } = await createChatUpload(ctx, {
      ...{ roomId, fileName, contentType },
      size: body.length,
    });
    const { rows } = await test.platform.database.pool.query<{ key: string }>(
      "select original_key as key from chat_attachment where id = $1",
      [attachmentId],
    );
    await test.platform.adapters.storage.put(rows[0]?.key ?? "", body, { contentType });
    await completeChatUpload(ctx, { attachmentId });
    return attachmentId;
  }
  async function work(attachmentId: string, roomId: string) {
    const ref = { attachmentId, roomId };
    const prepared = await prepareChatFile(test.platform, ref);
    await system().write((tx) => settleChatFile(test.platform, tx, { ...ref, prepared }));
  }

  it("are looked at, made into pictures, shown to both sides and to nobody else", async () => {
    const { a, b, roomId } = await talk();
    const ids = [
      await upload(a, roomId, ["image/png", PNG]),
      await upload(a, roomId, ["application/pdf", PDF]),
    ];
    const { message } = await write(a, { roomId, attachmentIds: ids });
    expect(message.attachments.map(({ status }) => status)).toEqual(["PROCESSING", "PROCESSING"]);
    for (const id of ids) await work(id, roomId);
    const [picture, document] = (await last(b, roomId))?.attachments ?? [];
    expect(picture).toMatchObject({ kind: "IMAGE", status: "READY", width: 8, height: 8 });
    expect(picture?.variants.length).toBeGreaterThan(0);
    expect(picture?.variants[0]?.url).toMatch(/private/);
    expect(document).toMatchObject({ kind: "PDF", status: "READY" });
    expect(document?.url).toMatch(/private/);
    const stranger = await createDealerContext(test.platform);
    const attachmentId = ids[0] ?? "";
    await expect(chatAttachment(stranger, { attachmentId })).rejects.toThrow(
      "chat.attachment_not_found",
    );
    const again = write(a, { roomId, attachmentIds: ids });
    await expect(again).rejects.toThrow("chat.attachment_unusable");
  });

  it("that are not what they say, too large or drawings that run are refused", async () => {
    const { a, b, roomId } = await talk();
    const id = await upload(a, roomId, ["application/pdf", Buffer.from("<script>1</script>")]);
    await write(a, { roomId, attachmentIds: [id] });
    await work(id, roomId);
    expect((await last(b, roomId))?.attachments[0]).toMatchObject({
      status: "FAILED",
      url: null,
      failureReason: "media.mismatched_type",
    });
    const file = { roomId, fileName: "a.svg", contentType: "image/svg+xml", size: 10 };
    await expect(createChatUpload(a, file)).rejects.toThrow("media.type_not_allowed");
    const large = { ...file, contentType: "image/png", size: 21 * 1024 * 1024 };
    await expect(createChatUpload(a, large)).rejects.toThrow("media.too_large");
  });

  it("go with the rule: those never sent after a day, messages after three years", async () => {
    const { a, roomId } = await talk();
    const loose = await upload(a, roomId, ["application/pdf", PDF]);
    const sent = await upload(a, roomId, ["application/pdf", PDF]);
    await write(a, { roomId, attachmentIds: [sent], text: "ruhsat" });
    const files = async () => {
      const keys: string[] = [];
      for await (const { key } of test.platform.adapters.storage.list(`private/chat/${roomId}/`)) {
        keys.push(key);
      }
      return keys.map((key) => [loose, sent].findIndex((id) => key.includes(id))).toSorted();
    };
    expect(await files()).toEqual([0, 1]);
    const later = (days: number) => ({
      ...test.platform,
      now: () => new Date(test.platform.now().getTime() + days * 86_400_000),
    });
    await sweepChat(later(2), never);
    expect(await files()).toEqual([1]);
    expect((await chatHistory(a, { roomId, limit: 10 })).items).toHaveLength(1);
    await sweepChat(later(3 * 365 + 1), never);
    expect(await files()).toEqual([]);
    expect((await chatHistory(a, { roomId, limit: 10 })).items).toEqual([]);
    expect((await write(a, { roomId, text: "yeni" })).seq).toBe(2);
    const { rows } = await test.platform.database.pool.query(
      "select distinct subject from destruction_entry where rule = 'chat' order by 1",
    );
    expect(rows.map(({ subject }) => subject)).toEqual(["chat_attachment", "chat_message"]);
  });
});

describe("cards and system lines", () => {
  async function negotiation() {
    const seller = await createDealerContext(test.platform);
    const buyer = await createDealerContext(test.platform);
    const { vehicleId } = await createVehicle(test.platform, seller.gallery.id);
    const amount = { amount: TEST_PRICE, currency: "TRY" as const };
    const { offerId } = await createOffer(buyer, { vehicleId, amount });
    return { seller, buyer, vehicleId, offerId, amount };
  }

  it("show what a side may show, as it is now", async () => {
    const { seller, buyer, offerId, vehicleId } = await negotiation();
    const { roomId } = await openRoom(buyer, { offerId });
    await write(seller, { roomId, vehicleId, offerId });
    expect(await last(buyer, roomId)).toMatchObject({
      vehicle: { vehicleId, available: true },
      offer: { offerId, status: "OPEN", round: 1, turn: "SELLER" },
    });
    await acceptOffer(seller, { offerId, round: 1 });
    expect(await last(buyer, roomId)).toMatchObject({
      vehicle: { status: "RESERVED", available: false },
      offer: { status: "ACCEPTED", turn: null },
    });
    const draft = await createVehicle(test.platform, seller.gallery.id, { status: "DRAFT" });
    await expect(write(buyer, { roomId, ...draft })).rejects.toThrow("marketplace.not_found");
    const other = await negotiation();
    const foreign = write(buyer, { roomId, offerId: other.offerId });
    await expect(foreign).rejects.toThrow("offer.not_found");
  });

  it("come from events, once however often they are delivered, into one room", async () => {
    const { seller, buyer, offerId, vehicleId, amount } = await negotiation();
    const parties = { buyerGalleryId: buyer.gallery.id, sellerGalleryId: seller.gallery.id };
    const payload = { ...parties, offerId, vehicleId, round: 1, ...amount };
    const created = { name: "offer.created", version: 1, payload } as const;
    const eventId = randomUUID();
    const deliver = (event: Parameters<typeof postSystemLines>[2][number]["event"], id: string) =>
      system().write((tx) => postSystemLines(test.platform, tx, [{ event, eventId: id }]));
    await deliver(created, eventId);
    await deliver(created, eventId);
    const { roomId } = await openRoom(seller, { offerId });
    const price = { vehicleId, galleryId: seller.gallery.id, version: 2, currency: "TRY" } as const;
    const dropped = {
      name: "vehicle.price_changed",
      version: 1,
      payload: { ...price, fromAmount: TEST_PRICE, toAmount: TEST_PRICE - 1 },
    } as const;
    const priceId = randomUUID();
    await Promise.all([deliver(dropped, priceId), deliver(dropped, priceId)]);
    const { items } = await chatHistory(buyer, { roomId, limit: 10 });
    expect(
      items.map(({ seq, kind, sender, system: line }) => [seq, kind, sender, line?.event]),
    ).toEqual([
      [1, "SYSTEM", null, "offer.created"],
      [2, "SYSTEM", null, "vehicle.price_changed"],
    ]);
    expect(items[0]?.system?.facts).toEqual({ offerId, vehicleId, round: 1, ...amount });
    expect(items[0]?.offer?.offerId).toBe(offerId);
    expect((await getRoom(buyer, { roomId })).unread).toBe(0);
  });

  it("of many events are written together, each into its own rooms, beside others who write", async () => {
    const deals = [await negotiation(), await negotiation()];
    const created = deals.map(({ seller, buyer, offerId, vehicleId, amount }) => {
      const parties = { buyerGalleryId: buyer.gallery.id, sellerGalleryId: seller.gallery.id };
      const payload = { ...parties, offerId, vehicleId, round: 1, ...amount };
      return {
        event: { name: "offer.created", version: 1, payload } as const,
        eventId: randomUUID(),
      };
    });
    const moved = created.map(({ event: { payload } }) => ({
      event: {
        name: "offer.withdrawn",
        version: 1,
        payload: {
          offerId: payload.offerId,
          vehicleId: payload.vehicleId,
          buyerGalleryId: payload.buyerGalleryId,
          sellerGalleryId: payload.sellerGalleryId,
          round: 1,
          by: "BUYER",
        },
      } as const,
      eventId: randomUUID(),
    }));
    const post = (lines: Parameters<typeof postSystemLines>[2]) =>
      system().write((tx) => postSystemLines(test.platform, tx, lines));
    await Promise.all([post([...created, ...moved]), post([...created.toReversed()])]);
    for (const { seller, offerId } of deals) {
      const { roomId } = await openRoom(seller, { offerId });
      const { items } = await chatHistory(seller, { roomId, limit: 10 });
      expect(items.map(({ seq, system: line }) => [seq, line?.event])).toEqual([
        [1, "offer.created"],
        [2, "offer.withdrawn"],
      ]);
    }
  });
});

describe("reminders", () => {
  it("come once a burst, when nobody has read for five minutes", async () => {
    const { a, b, roomId } = await talk();
    await write(a, { roomId, text: "1" });
    await remindOfUnreadChat(test.platform, never);
    expect(await published("chat.unread_reminded", roomId)).toEqual([]);
    test.clock.advance(6 * MINUTE);
    await write(a, { roomId, text: "2" });
    await remindOfUnreadChat(test.platform, never);
    await remindOfUnreadChat(test.platform, never);
    const reminded = await published("chat.unread_reminded", roomId);
    expect(reminded.map(({ payload }) => payload)).toEqual([
      { roomId, galleryId: b.gallery.id, seq: 1 },
    ]);
  });
});

describe("reports", () => {
  it("open one case a day with the conversation, for whoever is in it", async () => {
    const { a, b, roomId } = await talk();
    const { messageId } = await write(a, { roomId, text: "kapora gönder" });
    const report = { roomId, messageId, reason: "FRAUD" as const };
    const first = await reportChat(b, report);
    expect(await reportChat(b, report)).toEqual(first);
    expect(await getRoom(b, { roomId: first.roomId })).toMatchObject({
      kind: "SUPPORT",
      counterpart: { galleryId: null },
      case: { caseId: first.caseId, status: "OPEN" },
    });
    await expect(getRoom(a, { roomId: first.roomId })).rejects.toThrow("chat.not_found");
    const stranger = await createDealerContext(test.platform);
    await expect(reportChat(stranger, report)).rejects.toThrow("chat.not_found");
  });
});
