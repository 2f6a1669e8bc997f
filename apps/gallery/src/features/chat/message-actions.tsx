"use client";

import { CHAT_EDIT_WINDOW_MS } from "@oto/domain";
import type { MenuItem } from "@oto/ui";
import { ConfirmDialog, DropdownMenu, IconButton, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { Copy, Ellipsis, Flag, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useMe } from "../session/session-provider";
import { useChat } from "./chat-provider";
import type { MessageView } from "./chat-views";
import { ReportSheet } from "./report-sheet";

interface MessageActionsProps {
  message: MessageView;
  /** Written by the reader's gallery. */
  ours: boolean;
  onEdit: (message: MessageView) => void;
}

/** Whether the reader may still change what they wrote; the API decides again. */
export const isChangeable = (message: MessageView, userId: string, now: number): boolean =>
  message.kind === "TEXT" &&
  message.sender?.userId === userId &&
  message.deletedAt === null &&
  now - Date.parse(message.createdAt) < CHAT_EDIT_WINDOW_MS;

/** What can be done with one message. */
export function MessageActions({ message, ours, onEdit }: MessageActionsProps) {
  const t = useTranslations("chat");
  const common = useTranslations("common");
  const { chat } = useTRPC();
  const { hub } = useChat();
  const { user } = useMe();
  const showError = useErrorToast();
  const [open, setOpen] = useState<"delete" | "report" | null>(null);
  const remove = useMutation(
    chat.remove.mutationOptions({
      onSuccess: (removed) => hub.timeline(removed.roomId).update(removed),
      onError: showError,
      onSettled: () => setOpen(null),
    }),
  );
  const { messageId, roomId, text } = message;
  const changeable = isChangeable(message, user.id, Date.now());
  const items: MenuItem[] = [];
  if (text !== null) {
    items.push({
      id: "copy",
      label: t("copy"),
      icon: <Copy aria-hidden="true" />,
      onSelect: () =>
        void navigator.clipboard.writeText(text).then(() => toast.success(t("copied"))),
    });
  }
  if (changeable && text !== null) {
    items.push({
      id: "edit",
      label: t("edit"),
      icon: <Pencil aria-hidden="true" />,
      onSelect: () => onEdit(message),
    });
  }
  if (changeable) {
    items.push({
      id: "delete",
      label: t("delete"),
      icon: <Trash2 aria-hidden="true" />,
      tone: "danger",
      onSelect: () => setOpen("delete"),
    });
  }
  if (!ours && message.sender?.galleryId) {
    items.push({
      id: "report",
      label: t("report"),
      icon: <Flag aria-hidden="true" />,
      onSelect: () => setOpen("report"),
    });
  }
  if (items.length === 0) return null;
  return (
    <>
      <DropdownMenu
        align={ours ? "end" : "start"}
        trigger={
          <IconButton
            size="sm"
            label={t("actions")}
            icon={<Ellipsis aria-hidden="true" className="size-4.5" />}
          />
        }
        items={items}
      />
      <ConfirmDialog
        open={open === "delete"}
        onOpenChange={(opened) => setOpen(opened ? "delete" : null)}
        title={t("deleteTitle")}
        description={t("deleteText")}
        confirmLabel={t("delete")}
        cancelLabel={common("cancel")}
        tone="danger"
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ messageId })}
      />
      <ReportSheet
        roomId={roomId}
        messageId={messageId}
        open={open === "report"}
        onOpenChange={(opened) => setOpen(opened ? "report" : null)}
      />
    </>
  );
}
