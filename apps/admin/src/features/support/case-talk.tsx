"use client";

import type { ConversationRow, MessageListHandle } from "@oto/ui";
import { Card, ChatDivider, MessageList, RoomTimeline, toConversationRows } from "@oto/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useTRPC, useTRPCClient } from "../../trpc";
import { QueryError } from "../form/query-error";
import { useFormats } from "../labels/use-formats";
import { usePermission } from "../session/session-provider";
import { AnswerForm } from "./answer-form";
import { CaseMessageRow } from "./case-message-row";
import type { CaseMessage, CaseView } from "./support-views";

/** Staff send one message at a time: nothing of it waits in the list. */
interface Nothing {
  clientMessageId: string;
  writtenAt: string;
}
type Row = ConversationRow<CaseMessage, Nothing>;

const NOTHING: readonly Nothing[] = [];
const LINE = 22;
const SIGNS_A_LINE = 60;

const writerOf = ({ sender }: CaseMessage): string | null =>
  sender === null ? null : `${sender.galleryId ?? ""}/${sender.userId ?? ""}`;

const estimate = (row: Row): number =>
  row.kind === "message"
    ? 44 + Math.ceil((row.message.text?.length ?? 0) / SIGNS_A_LINE) * LINE
    : 40;

/** Follows the room of a case: its messages live, what staff have seen told to the customer. */
function useCaseTimeline({ caseId, roomId }: CaseView) {
  const client = useTRPCClient();
  const { admin } = useTRPC();
  const queries = useQueryClient();
  const [timeline] = useState(
    () =>
      new RoomTimeline<CaseMessage>((question) =>
        client.admin.support.history.query({ roomId, ...question }),
      ),
  );
  const view = useSyncExternalStore(timeline.subscribe, timeline.read, timeline.read);
  useEffect(() => {
    void timeline.open();
  }, [timeline]);
  useSubscription(
    admin.support.onEvent.subscriptionOptions(undefined, {
      onData: ({ data: event }) => {
        if (event.type === "chat.reset") void timeline.catchUp();
        if (!("roomId" in event) || event.roomId !== roomId) return;
        if (event.type === "message.created") timeline.receive([event.message]);
        if (event.type === "message.updated") timeline.update(event.message);
        void queries.invalidateQueries(admin.support.get.queryFilter({ caseId }));
      },
    }),
  );
  const lastSeq = view.messages.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (lastSeq === 0) return;
    client.admin.support.markRead.mutate({ roomId, seq: lastSeq }).catch(() => undefined);
  }, [client, roomId, lastSeq]);
  return { timeline, view };
}

/** The talk of a case, with the line to answer on. */
export function CaseTalk({ item }: { item: CaseView }) {
  const t = useTranslations("support");
  const { day } = useFormats();
  const mayAnswer = usePermission("support:answer");
  const { timeline, view } = useCaseTimeline(item);
  const list = useRef<MessageListHandle>(null);
  const { hasOlder, messages } = view;
  const rows = useMemo(
    () =>
      toConversationRows<CaseMessage, Nothing>({
        messages,
        pending: NOTHING,
        writerOf,
        self: "",
        begins: !hasOlder,
        firstUnread: null,
      }),
    [messages, hasOlder],
  );
  if (view.phase === "failed") {
    return <QueryError error={view.error} onRetry={() => void timeline.open()} />;
  }
  return (
    <Card padding="flush" className="overflow-hidden">
      <MessageList
        handle={list}
        rows={rows}
        rowId={(row) => row.id}
        renderRow={(row) =>
          row.kind === "message" ? (
            <CaseMessageRow message={row.message} position={row.position} />
          ) : (
            <ChatDivider kind="day">
              {row.kind === "day" ? day(`${row.day}T12:00:00Z`) : ""}
            </ChatDivider>
          )
        }
        estimate={estimate}
        label={t("talk")}
        onNearStart={() => void timeline.loadOlder()}
        onNearEnd={() => void timeline.loadNewer()}
        className="h-[max(20rem,calc(100dvh-24rem))] bg-canvas"
      />
      {mayAnswer ? (
        <AnswerForm
          item={item}
          onSent={(message) => {
            timeline.receive([message]);
            list.current?.scrollToEnd();
          }}
        />
      ) : null}
    </Card>
  );
}
