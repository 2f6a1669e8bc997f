"use client";

import type { MessageListHandle } from "@oto/ui";
import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import type { MessageView, RoomView } from "./chat-views";
import { ComposerNote } from "./composer-note";
import { ConversationList } from "./conversation-list";
import { FileDropZone } from "./file-drop-zone";
import { RoomComposer } from "./room-composer";
import { RoomHeader } from "./room-header";
import { RoomSearch } from "./room-search";
import { TypingLine } from "./typing-line";
import { useAttaching } from "./use-attaching";
import { useConversation } from "./use-conversation";
import { useReading } from "./use-reading";
import { useRoomShortcuts } from "./use-room-shortcuts";

/** A conversation: its head, its messages, the line to write on. */
export function RoomConversation({ room }: { room: RoomView }) {
  const [jump, setJump] = useQueryState("m", parseAsInteger);
  const conversation = useConversation(room, jump);
  const { timeline, view } = conversation;
  const list = useRef<MessageListHandle>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [searching, setSearching] = useState(false);
  const [editing, setEditing] = useState<MessageView | null>(null);
  const attaching = useAttaching(room.roomId);
  const lastSeq = view.messages.at(-1)?.seq ?? 0;
  useReading(room, lastSeq, atEnd && !view.hasNewer && view.phase === "ready");
  const toEnd = () => {
    void setJump(null);
    void timeline.jumpToEnd().then(() => list.current?.scrollToEnd());
  };
  const toUnread = () => {
    const { firstUnread } = conversation;
    if (firstUnread !== null) {
      void timeline.jumpTo(firstUnread).then(() => list.current?.scrollToRow("unread"));
    }
  };
  useRoomShortcuts({ onSearch: () => setSearching(true), onEnd: toEnd, onUnread: toUnread });
  // The room was opened by a search of all rooms, or a hit of this one was chosen.
  const target = view.messages.find(({ seq }) => seq === jump);
  const targetRow = target ? (target.clientMessageId ?? target.messageId) : null;
  useEffect(() => {
    if (targetRow !== null) list.current?.scrollToRow(targetRow);
  }, [targetRow]);
  return (
    <FileDropZone onFiles={attaching.add} disabled={!room.canSend}>
      <section aria-label={room.counterpart.name} className="flex h-full min-h-0 flex-col">
        <RoomHeader room={room} onSearch={() => setSearching(true)} />
        {searching ? (
          <RoomSearch
            roomId={room.roomId}
            onClose={() => setSearching(false)}
            onChoose={(seq) => {
              void timeline.jumpTo(seq).then(() => setJump(seq));
            }}
          />
        ) : null}
        <ConversationList
          room={room}
          conversation={conversation}
          handle={list}
          highlighted={jump}
          atEnd={atEnd}
          onAtEndChange={setAtEnd}
          onEdit={setEditing}
          onEnd={toEnd}
          onUnread={toUnread}
        />
        <TypingLine roomId={room.roomId} />
        {room.canSend ? (
          <RoomComposer
            key={editing?.messageId ?? "new"}
            room={room}
            attaching={attaching}
            editing={editing}
            onEdit={setEditing}
            lastOwn={view.messages}
            onSent={toEnd}
          />
        ) : (
          <ComposerNote room={room} />
        )}
      </section>
    </FileDropZone>
  );
}
