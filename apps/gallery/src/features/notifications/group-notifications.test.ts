import { expect, it } from "vitest";
import { groupNotifications } from "./group-notifications";

const notice = (id: string, more: object = {}) => ({
  id,
  type: "chat.message",
  href: "/mesajlar/1",
  readAt: null as string | null,
  ...more,
});

it("puts notices of one kind about one page into one line, newest first", () => {
  const groups = groupNotifications([
    notice("d"),
    notice("c", { type: "offer.created", href: "/teklifler/1" }),
    notice("b", { readAt: "2026-01-01T00:00:00Z" }),
    notice("a"),
    notice("e", { href: null }),
    notice("f", { href: null }),
  ]);
  expect(groups.map(({ count, newest, unreadIds }) => [newest.id, count, unreadIds])).toEqual([
    ["d", 3, ["d", "a"]],
    ["c", 1, ["c"]],
    ["e", 1, ["e"]],
    ["f", 1, ["f"]],
  ]);
});
