import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chatHistory, editMessage, openRoom, reportChat, sendMessage } from "../chat";
import type { TestPlatform } from "../testing";
import { createDealerContext, createStaffContext, createTestPlatform } from "../testing";
import {
  answerCase,
  assignCase,
  caseEvidence,
  caseHistory,
  closeDisputeCase,
  followSupport,
  getQueueCase,
  getSupportCase,
  listCanned,
  listSupportCases,
  listSupportQueue,
  openDisputeCase,
  openSupportCase,
  removeCanned,
  saveCanned,
  sendToSupport,
  setCaseStatus,
  supportListInput,
  supportQueueInput,
} from ".";

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const question = {
  category: "TECHNICAL",
  subject: "Fotoğraf yüklenmiyor",
  text: "Merhaba",
} as const;
const word = (roomId: string, text: string) => ({ roomId, clientMessageId: randomUUID(), text });
const queue = (input: object = {}) => supportQueueInput.parse(input);

describe("a case", () => {
  it("is opened by a gallery, answered by staff, resolved, and opened again by a word", async () => {
    const dealer = await createDealerContext(test.platform, { status: "PENDING" });
    const staff = await createStaffContext(test.platform, "SUPPORT");
    const { caseId, number, roomId } = await openSupportCase(dealer, question);
    const { items, counts } = await listSupportQueue(staff, queue({ q: `#${number}` }));
    expect(items).toMatchObject([{ caseId, status: "OPEN", waitsForStaff: true, assignee: null }]);
    expect(counts.open).toBeGreaterThan(0);
    expect((await listSupportQueue(staff, queue({ q: "FOTOGRAF" }))).items).toMatchObject([
      { caseId },
    ]);
    await answerCase(staff, word(roomId, "Hangi tarayıcı?"));
    expect(await getQueueCase(staff, { caseId })).toMatchObject({
      status: "WAITING",
      waitsForStaff: false,
      assignee: { userId: staff.identity.userId },
    });
    const talk = await chatHistory(dealer, { roomId, limit: 10 });
    expect(talk.items.map(({ sender, text }) => [sender?.galleryId, text])).toEqual([
      [dealer.gallery.id, "Merhaba"],
      [null, "Hangi tarayıcı?"],
    ]);
    await setCaseStatus(staff, { caseId, status: "RESOLVED" });
    await sendToSupport(dealer, word(roomId, "Hâlâ olmuyor"));
    expect((await getSupportCase(dealer, { caseId })).status).toBe("OPEN");
    await setCaseStatus(staff, { caseId, status: "CLOSED" });
    const late = sendToSupport(dealer, word(roomId, "bir şey daha"));
    await expect(late).rejects.toThrow("support.closed");
    expect((await caseHistory(staff, { roomId, limit: 10 })).lastSeq).toBe(3);
  });

  it("is its gallery's and the staff's alone", async () => {
    const dealer = await createDealerContext(test.platform);
    const stranger = await createDealerContext(test.platform);
    const staff = await createStaffContext(test.platform, "SUPPORT");
    const { caseId, roomId } = await openSupportCase(dealer, question);
    await expect(getSupportCase(stranger, { caseId })).rejects.toThrow("support.not_found");
    await expect(sendToSupport(stranger, word(roomId, "x"))).rejects.toThrow("chat.not_found");
    expect((await listSupportCases(stranger, supportListInput.parse({}))).items).toEqual([]);
    const other = await createDealerContext(test.platform);
    const pair = await openRoom(dealer, { galleryId: other.gallery.id });
    await expect(answerCase(staff, word(pair.roomId, "x"))).rejects.toThrow("chat.not_found");
    await expect(caseHistory(staff, { ...pair, limit: 5 })).rejects.toThrow("chat.not_found");
    const finance = await createStaffContext(test.platform, "FINANCE");
    const assigneeId = finance.identity.userId;
    await expect(assignCase(staff, { caseId, assigneeId })).rejects.toThrow("user.not_found");
  });

  it("shows staff what was said before it was changed, and writes every look down", async () => {
    const dealer = await createDealerContext(test.platform);
    const other = await createDealerContext(test.platform);
    const staff = await createStaffContext(test.platform, "SUPPORT");
    const { roomId } = await openRoom(dealer, { galleryId: other.gallery.id });
    const { messageId } = await sendMessage(other, word(roomId, "kaporayı gönder"));
    await editMessage(other, { messageId, text: "kapora gerekmez" });
    const { caseId } = await reportChat(dealer, { roomId, messageId, reason: "FRAUD" });
    const { items } = await caseEvidence(staff, { caseId, limit: 50 });
    expect(items).toMatchObject([
      {
        message: { text: "kapora gerekmez" },
        revisions: [{ action: "EDIT", text: "kaporayı gönder" }],
      },
    ]);
    const looks = await test.platform.database.pool.query(
      "select actor_id from audit_entry where action = 'support.evidence' and entity_id = $1",
      [caseId],
    );
    expect(looks.rows).toEqual([{ actor_id: staff.identity.userId }]);
  });

  it("is opened by a dispute once, and resolved with it", async () => {
    const dealer = await createDealerContext(test.platform);
    const other = await createDealerContext(test.platform);
    const staff = await createStaffContext(test.platform);
    const ids = () => randomUUID();
    const deal = {
      ...{ dealId: ids(), reservationId: ids(), offerId: ids(), vehicleId: ids() },
      ...{ buyerGalleryId: dealer.gallery.id, sellerGalleryId: other.gallery.id },
      disputeId: ids(),
    };
    const disputed = {
      ...deal,
      by: "BUYER",
      openedByUserId: dealer.identity.userId,
      reason: "Araç anlatıldığı gibi değil",
    } as const;
    const db = test.platform.database.unsafeSystem("a test plays the worker");
    for (let time = 0; time < 2; time += 1) {
      await db.write((tx) => openDisputeCase(test.platform, tx, disputed));
    }
    const wanted = queue({ kind: "DISPUTE", galleryId: dealer.gallery.id, state: "ALL" });
    const { items } = await listSupportQueue(staff, wanted);
    expect(items).toMatchObject([{ status: "OPEN", about: { reservationId: deal.reservationId } }]);
    const ended = { ...deal, outcome: "CANCEL" } as const;
    await db.write((tx) => closeDisputeCase(test.platform, tx, ended));
    expect((await listSupportQueue(staff, wanted)).items[0]?.status).toBe("RESOLVED");
  });
});

describe("the desk", () => {
  it("hears of every case live", async () => {
    const dealer = await createDealerContext(test.platform);
    const staff = await createStaffContext(test.platform);
    const stop = new AbortController();
    const heard: string[] = [];
    const listening = (async () => {
      const feed = await followSupport(staff, undefined, { signal: stop.signal });
      for await (const { event } of feed) {
        heard.push(event.type === "message.created" ? `${event.message.text}` : event.type);
      }
    })();
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(["chat.started"]);
    const text = randomUUID();
    await openSupportCase(dealer, { ...question, text });
    await expect.poll(() => heard, { timeout: 10_000 }).toContain(text);
    stop.abort();
    await listening;
  });

  it("keeps answers that are often given", async () => {
    const staff = await createStaffContext(test.platform, "SUPPORT");
    const answer = { title: "Tarayıcı", text: "Tarayıcınızı güncelleyin.", locale: "tr" } as const;
    const { cannedId } = await saveCanned(staff, answer);
    await saveCanned(staff, { ...answer, cannedId, text: "Lütfen güncelleyin." });
    expect((await listCanned(staff)).items).toMatchObject([
      { cannedId, text: "Lütfen güncelleyin." },
    ]);
    await removeCanned(staff, { cannedId });
    await expect(removeCanned(staff, { cannedId })).rejects.toThrow("support.canned_not_found");
  });
});
