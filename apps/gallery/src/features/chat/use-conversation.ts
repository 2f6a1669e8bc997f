"use client";

import { toConversationRows } from "@oto/ui";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useMe } from "../session/session-provider";
import { useChat } from "./chat-provider";
import type { MessageView, RoomView } from "./chat-views";
import type { OutgoingMessage } from "./model/outgoing-body";

const NOTHING: readonly OutgoingMessage[] = [];

const writerOf = ({ sender }: MessageView): string | null =>
  sender === null ? null : `${sender.galleryId ?? ""}/${sender.userId ?? ""}`;

/** For each negotiation the number of the message that shows it: the latest that mentions it. */
function cardsOf(messages: readonly MessageView[]): ReadonlyMap<string, number> {
  const cards = new Map<string, number>();
  for (const { offer, seq } of messages) {
    if (offer !== null) cards.set(offer.offerId, seq);
  }
  return cards;
}

/** What of a room is on the screen: its messages, what is on its way, where the unread begins. */
export function useConversation(room: RoomView, jumpTo: number | null) {
  const { hub, outbox } = useChat();
  const { gallery, user } = useMe();
  const { lastSeq, roomId } = room;
  const [timeline] = useState(() => hub.timeline(roomId));
  // As it was when the room was opened: reading on does not move the line.
  const [firstUnread] = useState(() => (room.unread > 0 ? room.readSeq + 1 : null));
  const view = useSyncExternalStore(timeline.subscribe, timeline.read, timeline.read);
  const outgoing = useSyncExternalStore(outbox.subscribe, outbox.read, () => NOTHING);
  const [start] = useState(jumpTo ?? firstUnread);
  useEffect(() => {
    void timeline.open(start);
  }, [timeline, start]);
  useEffect(() => {
    if (jumpTo !== null) void timeline.open(jumpTo);
  }, [timeline, jumpTo]);
  useEffect(() => {
    timeline.noteHead(lastSeq);
  }, [timeline, lastSeq]);
  const { hasNewer, hasOlder, messages } = view;
  const rows = useMemo(
    () =>
      toConversationRows<MessageView, OutgoingMessage>({
        messages,
        // What is on its way stands behind the newest message, not behind any.
        pending: hasNewer ? [] : outgoing.filter((item) => item.roomId === roomId),
        writerOf,
        self: `${gallery?.id ?? ""}/${user.id}`,
        begins: !hasOlder,
        firstUnread,
      }),
    [messages, outgoing, hasNewer, hasOlder, roomId, firstUnread, gallery?.id, user.id],
  );
  const cards = useMemo(() => cardsOf(messages), [messages]);
  return { timeline, view, rows, cards, firstUnread };
}
