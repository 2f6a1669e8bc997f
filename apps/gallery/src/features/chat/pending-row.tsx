"use client";

import type { BubblePosition } from "@oto/ui";
import { Button, ChatBubble, DeliveryMark, FileTile, MessageWords } from "@oto/ui";
import { CarFront, RotateCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useChat } from "./chat-provider";
import type { OutgoingMessage } from "./model/outgoing-body";
import { useChatTimes } from "./use-chat-times";

interface PendingRowProps {
  item: OutgoingMessage;
  position: BubblePosition;
}

/** A message on its way: fainter until it has arrived, with a way out when it was refused. */
export function PendingRow({ item, position }: PendingRowProps) {
  const t = useTranslations("chat");
  const times = useChatTimes();
  const { outbox } = useChat();
  const { body, clientMessageId, phase, problem, writtenAt } = item;
  const failed = phase === "failed";
  return (
    <ChatBubble
      side="mine"
      position={position}
      pending={!failed}
      meta={
        <>
          <time dateTime={writtenAt}>{times.time(writtenAt)}</time>
          <DeliveryMark state={failed ? "failed" : "sending"} label={t(`mark.${phase}`)} />
          {phase === "waiting" ? <span>{t("waitingText")}</span> : null}
        </>
      }
      problem={
        failed ? (
          <div role="alert" className="flex flex-wrap items-center justify-end gap-1">
            <span>{problem ?? t("mark.failed")}</span>
            <Button
              size="sm"
              variant="ghost"
              icon={<RotateCw aria-hidden="true" />}
              onClick={() => outbox.retry(clientMessageId)}
            >
              {t("retry")}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              icon={<X aria-hidden="true" />}
              onClick={() => outbox.discard(clientMessageId)}
            >
              {t("discard")}
            </Button>
          </div>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-2">
        {body.attachments.map(({ attachmentId, fileName }) => (
          <FileTile
            key={attachmentId}
            name={fileName}
            description={t("mark.sending")}
            state="processing"
          />
        ))}
        {body.vehicle === null ? null : (
          <FileTile
            name={body.vehicle.title}
            description={t("preview.vehicle")}
            picture={<CarFront aria-hidden="true" className="size-5" />}
          />
        )}
        {body.text === "" ? null : <MessageWords text={body.text} />}
      </div>
    </ChatBubble>
  );
}
