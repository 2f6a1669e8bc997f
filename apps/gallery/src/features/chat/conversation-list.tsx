"use client";

import type { ConversationRow, MessageListHandle } from "@oto/ui";
import { Button, ChatDivider, EmptyState, MessageList, Spinner } from "@oto/ui";
import { ArrowDown, ArrowUp, MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { useState } from "react";
import { QueryError } from "../form/query-error";
import { useMe } from "../session/session-provider";
import type { MessageView, RoomView } from "./chat-views";
import { ConversationSkeleton } from "./conversation-skeleton";
import { MessageRow } from "./message-row";
import type { OutgoingMessage } from "./model/outgoing-body";
import { PendingRow } from "./pending-row";
import { useChatTimes } from "./use-chat-times";
import type { useConversation } from "./use-conversation";

type Row = ConversationRow<MessageView, OutgoingMessage>;

interface ConversationListProps {
  room: RoomView;
  conversation: ReturnType<typeof useConversation>;
  handle: Ref<MessageListHandle>;
  /** Number of the message that was looked for. */
  highlighted: number | null;
  atEnd: boolean;
  onAtEndChange: (atEnd: boolean) => void;
  onEdit: (message: MessageView) => void;
  onEnd: () => void;
  onUnread: () => void;
}

const LINE = 22;
const SIGNS_A_LINE = 46;

/** A guess of a row's height: near enough that measuring it moves little. */
function estimate(row: Row): number {
  if (row.kind === "day" || row.kind === "unread") return 40;
  if (row.kind === "pending") return 60;
  const { attachments, offer, sender, text, vehicle } = row.message;
  const lines = Math.ceil((text?.length ?? 0) / SIGNS_A_LINE);
  const cards =
    (vehicle ? 260 : 0) + (offer && sender === null ? 240 : 0) + (attachments.length > 0 ? 220 : 0);
  return 26 + lines * LINE + cards;
}

const rowId = (row: Row): string => row.id;

/** The messages of a room, with the ways to the end and to what is unread. */
export function ConversationList({
  room,
  conversation,
  handle,
  highlighted,
  atEnd,
  onAtEndChange,
  onEdit,
  onEnd,
  onUnread,
}: ConversationListProps) {
  const t = useTranslations("chat");
  const times = useChatTimes();
  const { user } = useMe();
  const { cards, firstUnread, rows, timeline, view } = conversation;
  const lastSeq = view.messages.at(-1)?.seq ?? 0;
  const [seen, setSeen] = useState(lastSeq);
  if (atEnd && seen < lastSeq) setSeen(lastSeq);
  const [top, setTop] = useState(0);
  const below = view.messages.filter(
    ({ seq, sender }) => seq > seen && sender?.userId !== user.id,
  ).length;
  const unreadAt = rows.findIndex(({ kind }) => kind === "unread");
  if (view.phase === "failed") {
    return (
      <div className="min-h-0 flex-1">
        <QueryError error={view.error} onRetry={() => void timeline.open()} />
      </div>
    );
  }
  if (view.phase === "loading") {
    return (
      <div className="min-h-0 flex-1">
        <ConversationSkeleton />
      </div>
    );
  }
  if (rows.length === 0) {
    return (
      <div className="grid min-h-0 flex-1 place-items-center">
        <EmptyState
          icon={<MessageCircle aria-hidden="true" />}
          title={t("nobodyYet")}
          description={t("firstWord")}
        />
      </div>
    );
  }
  const render = (row: Row) => {
    switch (row.kind) {
      case "day":
        return <ChatDivider kind="day">{times.day(row.day)}</ChatDivider>;
      case "unread":
        return <ChatDivider kind="unread">{t("unreadDivider")}</ChatDivider>;
      case "pending":
        return <PendingRow item={row.pending} position={row.position} />;
      default:
        return (
          <MessageRow
            message={row.message}
            position={row.position}
            room={room}
            withOffer={
              row.message.offer !== null && cards.get(row.message.offer.offerId) === row.message.seq
            }
            highlighted={row.message.seq === highlighted}
            onEdit={onEdit}
          />
        );
    }
  };
  return (
    <div className="relative min-h-0 flex-1">
      <MessageList
        handle={handle}
        rows={rows}
        rowId={rowId}
        renderRow={render}
        estimate={estimate}
        label={t("messages")}
        startAt={unreadAt >= 0 && highlighted === null ? "unread" : undefined}
        onNearStart={() => void timeline.loadOlder()}
        onNearEnd={() => void timeline.loadNewer()}
        onAtEndChange={onAtEndChange}
        onTopChange={setTop}
        className="h-full"
        head={
          view.hasOlder ? (
            <div role="status" className="text-ink-subtle">
              <span className="sr-only">{view.loadingOlder ? t("loadingOlder") : ""}</span>
              {view.loadingOlder ? <Spinner className="size-5" /> : null}
            </div>
          ) : (
            <p className="text-ink-subtle text-xs">{t("beginning")}</p>
          )
        }
      />
      {firstUnread !== null && unreadAt >= 0 && unreadAt < top ? (
        <Button
          size="sm"
          variant="secondary"
          className="absolute top-3 left-1/2 -translate-x-1/2 rounded-full shadow-raised"
          icon={<ArrowUp aria-hidden="true" />}
          onClick={onUnread}
        >
          {t("toFirstUnread")}
        </Button>
      ) : null}
      {atEnd && !view.hasNewer ? null : (
        <Button
          size="sm"
          variant="secondary"
          aria-label={t("toEnd")}
          className="absolute right-4 bottom-3 rounded-full shadow-raised"
          icon={<ArrowDown aria-hidden="true" />}
          onClick={onEnd}
        >
          {below > 0 ? t("newBelow", { count: below }) : null}
        </Button>
      )}
    </div>
  );
}
