import { describe, expect, it, vi } from "vitest";
import type { Numbered } from "./numbered";
import type { HistoryQuestion } from "./room-timeline";
import { RoomTimeline } from "./room-timeline";

const message = (seq: number): Numbered => ({
  messageId: `m${seq}`,
  seq,
  clientMessageId: null,
  createdAt: "2026-11-28T10:00:00.000Z",
  editedAt: null,
  deletedAt: null,
});

/** A room of so many messages at a server that notes what it is asked. */
function room(count: number, oldest = 1) {
  let head = count;
  const asked: HistoryQuestion[] = [];
  const ask = (question: HistoryQuestion) => {
    asked.push(question);
    const all = Array.from({ length: head - oldest + 1 }, (_, index) => message(oldest + index));
    const { afterSeq, beforeSeq, limit } = question;
    const items =
      afterSeq === undefined
        ? all.filter(({ seq }) => seq < (beforeSeq ?? Infinity)).slice(-limit)
        : all.filter(({ seq }) => seq > afterSeq).slice(0, limit);
    const hasBefore = (items[0]?.seq ?? (afterSeq ?? 0) + 1) > oldest;
    return Promise.resolve({ items, lastSeq: head, hasBefore });
  };
  return { ask, asked, grow: (by: number) => (head += by) };
}

const span = (timeline: RoomTimeline<Numbered>) => {
  const { messages } = timeline.read();
  return [messages[0]?.seq, messages.at(-1)?.seq, messages.length];
};

describe("RoomTimeline", () => {
  it("opens at the end and grows upwards until the room begins", async () => {
    const { ask } = room(120);
    const timeline = new RoomTimeline(ask);
    await timeline.open();
    expect(span(timeline)).toEqual([71, 120, 50]);
    await timeline.loadOlder();
    await timeline.loadOlder();
    expect(span(timeline)).toEqual([1, 120, 120]);
    expect(timeline.read().hasOlder).toBe(false);
  });

  it("stops where older messages are gone for good", async () => {
    const { ask, asked } = room(90, 31);
    const timeline = new RoomTimeline(ask);
    await timeline.open();
    await timeline.loadOlder();
    await timeline.loadOlder();
    expect(span(timeline)).toEqual([31, 90, 60]);
    expect(timeline.read().hasOlder).toBe(false);
    const before = asked.length;
    await timeline.loadOlder();
    expect(asked).toHaveLength(before);
  });

  it("opens around the first unread and grows downwards to the end", async () => {
    const { ask } = room(200);
    const timeline = new RoomTimeline(ask);
    await timeline.open(100);
    expect(span(timeline)).toEqual([81, 130, 50]);
    expect(timeline.read().hasNewer).toBe(true);
    await timeline.loadNewer();
    await timeline.loadNewer();
    expect(span(timeline)).toEqual([81, 200, 120]);
    expect(timeline.read().hasNewer).toBe(false);
  });

  it("does not draw live messages under a run that does not reach them", async () => {
    const { ask } = room(200);
    const timeline = new RoomTimeline(ask);
    await timeline.open(100);
    timeline.receive([message(201)]);
    expect(span(timeline)).toEqual([81, 130, 50]);
    await timeline.jumpToEnd();
    expect(timeline.read().messages.at(-1)?.seq).toBe(201);
  });

  it("asks for exactly what it missed, by number", async () => {
    const { ask, asked, grow } = room(60);
    const timeline = new RoomTimeline(ask);
    await timeline.open();
    grow(7);
    await timeline.catchUp();
    expect(asked.at(-1)).toEqual({ afterSeq: 60, limit: 50 });
    expect(span(timeline)).toEqual([11, 67, 57]);
  });

  it("closes a hole that a live message shows, and draws nothing beyond it before", async () => {
    const { ask, asked, grow } = room(60);
    const timeline = new RoomTimeline(ask);
    await timeline.open();
    grow(5);
    timeline.receive([message(65)]);
    expect(timeline.read().messages.at(-1)?.seq).toBe(60);
    await vi.waitFor(() => expect(span(timeline)).toEqual([11, 65, 55]));
    expect(asked.at(-1)).toEqual({ afterSeq: 60, limit: 4 });
  });

  it("leaves holes alone that only somebody's jump has made", async () => {
    const { ask, asked } = room(200);
    const timeline = new RoomTimeline(ask);
    await timeline.open();
    await timeline.jumpTo(40);
    await timeline.jumpToEnd();
    const before = asked.length;
    timeline.receive([message(201)]);
    expect(span(timeline)).toEqual([151, 201, 51]);
    expect(asked).toHaveLength(before);
  });

  it("takes changes of what it knows and nothing else", async () => {
    const { ask } = room(60);
    const timeline = new RoomTimeline(ask);
    await timeline.open();
    const deletedAt = "2026-11-28T10:30:00.000Z";
    timeline.update({ ...message(55), deletedAt });
    timeline.update({ ...message(3), deletedAt });
    expect(timeline.read().messages.filter((entry) => entry.deletedAt !== null)).toHaveLength(1);
    expect(span(timeline)).toEqual([11, 60, 50]);
  });

  it("says when it could not open, and opens when asked again", async () => {
    const { ask } = room(3);
    let broken = true;
    const timeline = new RoomTimeline((question) =>
      broken ? Promise.reject(new Error("away")) : ask(question),
    );
    await timeline.open();
    expect(timeline.read().phase).toBe("failed");
    broken = false;
    await timeline.open();
    expect(timeline.read()).toMatchObject({ phase: "ready", hasOlder: false, hasNewer: false });
  });
});
