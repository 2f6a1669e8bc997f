import { describe, expect, it } from "vitest";
import { toConversationRows } from "./conversation-rows";
import type { Numbered } from "./numbered";

interface Drawn extends Numbered {
  by: string | null;
}

const ME = "me";

function message(seq: number, by: string | null, createdAt: string): Drawn {
  return {
    messageId: `m${seq}`,
    seq,
    clientMessageId: null,
    createdAt,
    editedAt: null,
    deletedAt: null,
    by,
  };
}

const shape = (input: Partial<Parameters<typeof toConversationRows<Drawn, Pending>>[0]>) =>
  toConversationRows<Drawn, Pending>({
    messages: [],
    pending: [],
    writerOf: ({ by }) => by,
    self: ME,
    begins: true,
    firstUnread: null,
    ...input,
  }).map((row) => {
    if (row.kind === "message" || row.kind === "pending") return `${row.id}:${row.position}`;
    return row.id;
  });

interface Pending {
  clientMessageId: string;
  writtenAt: string;
}

describe("toConversationRows", () => {
  it("joins what one writes without a pause and lets system lines stand alone", () => {
    expect(
      shape({
        messages: [
          message(1, "a", "2026-11-28T09:00:00Z"),
          message(2, "a", "2026-11-28T09:01:00Z"),
          message(3, "a", "2026-11-28T09:02:00Z"),
          message(4, null, "2026-11-28T09:02:10Z"),
          message(5, "a", "2026-11-28T09:02:20Z"),
          message(6, "a", "2026-11-28T09:20:00Z"),
        ],
      }),
    ).toEqual([
      "day-2026-11-28",
      "m1:first",
      "m2:middle",
      "m3:last",
      "m4:single",
      "m5:single",
      "m6:single",
    ]);
  });

  it("begins a day where Türkiye does", () => {
    expect(
      shape({
        messages: [
          message(1, "a", "2026-11-28T20:59:00Z"),
          message(2, "a", "2026-11-28T21:00:30Z"),
        ],
      }),
    ).toEqual(["day-2026-11-28", "m1:single", "day-2026-11-29", "m2:single"]);
  });

  it("begins no day with a message that may not be its first", () => {
    const messages = [
      message(8, "a", "2026-11-27T09:00:00Z"),
      message(9, "a", "2026-11-28T09:00:00Z"),
    ];
    expect(shape({ messages, begins: false })).toEqual([
      "m8:single",
      "day-2026-11-28",
      "m9:single",
    ]);
  });

  it("marks once where the unread begins, which also parts a group", () => {
    const messages = [1, 2, 3].map((seq) => message(seq, "a", "2026-11-28T09:00:00Z"));
    expect(shape({ messages, firstUnread: 2 })).toEqual([
      "day-2026-11-28",
      "m1:single",
      "unread",
      "m2:first",
      "m3:last",
    ]);
    expect(shape({ messages, firstUnread: 9 })).not.toContain("unread");
  });

  it("puts what is on its way at the end, joined with what has arrived", () => {
    expect(
      shape({
        messages: [message(1, ME, "2026-11-28T09:00:00Z")],
        pending: [{ clientMessageId: "c2", writtenAt: "2026-11-28T09:00:05Z" }],
      }),
    ).toEqual(["day-2026-11-28", "m1:first", "c2:last"]);
  });

  it("gives the real message the row of its optimistic copy", () => {
    const real = { ...message(2, ME, "2026-11-28T09:00:06Z"), clientMessageId: "c2" };
    expect(shape({ messages: [real] })).toEqual(["day-2026-11-28", "c2:single"]);
  });
});
