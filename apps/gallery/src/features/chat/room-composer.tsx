"use client";

import { CHAT_TYPING_EVERY_MS, MAX_CHAT_TEXT } from "@oto/domain";
import { ChatComposer, IconButton } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { Pencil, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTRPC, useTRPCClient } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useMe } from "../session/session-provider";
import { AttachingFiles } from "./attaching-files";
import { useChat } from "./chat-provider";
import type { MessageView, RoomView } from "./chat-views";
import { ComposerTools } from "./composer-tools";
import { isChangeable } from "./message-actions";
import { keepDraft, readDraft } from "./model/kept";
import { putAtCursor } from "./model/put-at-cursor";
import type { Attaching } from "./use-attaching";
import { useLinkedVehicle } from "./use-linked-vehicle";
import { VehicleToSend } from "./vehicle-to-send";

interface RoomComposerProps {
  room: RoomView;
  attaching: Attaching;
  /** The message that is being changed; null while a new one is written. */
  editing: MessageView | null;
  onEdit: (message: MessageView | null) => void;
  /** What stands above, to find one's own last message in. */
  lastOwn: readonly MessageView[];
  onSent: () => void;
}

/** Tells the others that one is writing, now and then. */
function useTypingSignal(roomId: string): () => void {
  const client = useTRPCClient();
  const toldAt = useRef(0);
  return () => {
    const now = Date.now();
    if (now - toldAt.current < CHAT_TYPING_EVERY_MS) return;
    toldAt.current = now;
    // Nobody misses a sign that got lost.
    client.chat.typing.mutate({ roomId }).catch(() => undefined);
  };
}

/** The line to write on: a new message, or a change of one's own. */
export function RoomComposer({
  room,
  attaching,
  editing,
  onEdit,
  lastOwn,
  onSent,
}: RoomComposerProps) {
  const t = useTranslations("chat");
  const { chat } = useTRPC();
  const { hub, outbox } = useChat();
  const { user } = useMe();
  const showError = useErrorToast();
  const signalTyping = useTypingSignal(room.roomId);
  const line = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => editing?.text ?? readDraft(user.id, room.roomId));
  const linked = useLinkedVehicle(editing === null ? text : "");
  const { items } = attaching;
  useEffect(() => {
    // On a phone the keyboard would come up unasked.
    if (editing !== null || window.matchMedia("(pointer: fine)").matches) line.current?.focus();
  }, [editing]);
  const write = (value: string) => {
    setText(value);
    if (editing !== null) return;
    keepDraft(user.id, room.roomId, value);
    if (value.trim() !== "") signalTyping();
  };
  const cursor = useRef<number | null>(null);
  const putSign = (sign: string) => {
    const { selectionEnd = text.length, selectionStart = text.length } = line.current ?? {};
    const put = putAtCursor(text, sign, { start: selectionStart, end: selectionEnd });
    cursor.current = put.cursor;
    write(put.text);
  };
  // React leaves the cursor at the end of a text that it has set.
  useLayoutEffect(() => {
    if (cursor.current === null) return;
    line.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });
  const edit = useMutation(
    chat.edit.mutationOptions({
      onSuccess: (message) => {
        hub.timeline(message.roomId).update(message);
        onEdit(null);
      },
      onError: showError,
    }),
  );
  const ready = items.filter(({ phase }) => phase === "done");
  const settled = ready.length === items.length;
  const words = text.trim();
  const sendable =
    editing === null
      ? settled && (words !== "" || ready.length > 0)
      : words !== "" && words !== editing.text && !edit.isPending;
  const post = (vehicle: { vehicleId: string; title: string } | null, said: string) => {
    outbox.add({
      clientMessageId: crypto.randomUUID(),
      roomId: room.roomId,
      writtenAt: new Date().toISOString(),
      body: {
        text: said,
        attachments: ready.flatMap(({ file, mediaId }) =>
          mediaId === null ? [] : [{ attachmentId: mediaId, fileName: file.name }],
        ),
        vehicle,
        offerId: null,
      },
    });
    onSent();
  };
  const send = () => {
    if (editing !== null) {
      edit.mutate({ messageId: editing.messageId, text: words });
      return;
    }
    post(linked.vehicle, words);
    attaching.clear();
    write("");
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape" && editing !== null) onEdit(null);
    if (event.key === "ArrowUp" && !event.altKey && text === "" && editing === null) {
      const own = lastOwn.findLast((message) => isChangeable(message, user.id, Date.now()));
      if (own?.text) {
        event.preventDefault();
        onEdit(own);
      }
    }
  };
  return (
    <ChatComposer
      textRef={line}
      value={text}
      onValueChange={write}
      onSend={send}
      onFiles={editing === null ? attaching.add : undefined}
      onKey={onKey}
      label={t("composer")}
      placeholder={t("placeholder")}
      sendLabel={t(editing === null ? "send" : "save")}
      maxLength={MAX_CHAT_TEXT}
      sendable={sendable}
      above={
        editing === null ? (
          <>
            <AttachingFiles attaching={attaching} />
            <VehicleToSend linked={linked} />
          </>
        ) : (
          <div className="flex items-center gap-2 border-b bg-brand-soft px-4 py-1.5 text-brand-strong text-sm">
            <Pencil aria-hidden="true" className="size-4" />
            <span className="flex-1 truncate">{t("editing")}</span>
            <IconButton
              size="sm"
              label={t("cancelEdit")}
              icon={<X aria-hidden="true" className="size-4.5" />}
              onClick={() => onEdit(null)}
            />
          </div>
        )
      }
      tools={
        editing === null ? (
          <ComposerTools
            onFiles={attaching.add}
            onEmoji={putSign}
            onVehicle={(vehicle) => post(vehicle, "")}
          />
        ) : undefined
      }
    />
  );
}
