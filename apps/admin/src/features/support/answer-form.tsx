"use client";

import { MAX_CHAT_TEXT } from "@oto/domain";
import { ChatComposer } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { CannedPicker } from "./canned-picker";
import type { CaseMessage, CaseView } from "./support-views";

interface AnswerFormProps {
  item: CaseView;
  onSent: (message: CaseMessage) => void;
}

/** The line on which staff answer; what could not be sent stays on it. */
export function AnswerForm({ item, onSent }: AnswerFormProps) {
  const t = useTranslations("support");
  const { admin } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const [text, setText] = useState("");
  // The same answer keeps its name until it has arrived: sent twice, it stands there once.
  const name = useRef(crypto.randomUUID());
  const line = useRef<HTMLTextAreaElement>(null);
  const send = useMutation(
    admin.support.send.mutationOptions({
      onSuccess: ({ message }) => {
        name.current = crypto.randomUUID();
        setText("");
        onSent(message);
        void queries.invalidateQueries(admin.support.pathFilter());
      },
      onError: showError,
    }),
  );
  const closed = item.status === "CLOSED";
  return (
    <ChatComposer
      textRef={line}
      value={text}
      onValueChange={setText}
      onSend={() =>
        send.mutate({ roomId: item.roomId, clientMessageId: name.current, text: text.trim() })
      }
      label={t("answer")}
      placeholder={t(closed ? "closedPlaceholder" : "answerPlaceholder")}
      sendLabel={t("send")}
      maxLength={MAX_CHAT_TEXT}
      sendable={text.trim() !== "" && !send.isPending}
      disabled={closed}
      tools={
        <CannedPicker
          onPick={(answer) => {
            setText((before) => (before.trim() === "" ? answer : `${before.trimEnd()}\n${answer}`));
            line.current?.focus();
          }}
        />
      }
    />
  );
}
