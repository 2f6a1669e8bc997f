"use client";

import { errorData } from "@oto/trpc/client";
import { Button, EmptyState, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { ConversationSkeleton } from "./conversation-skeleton";
import { RoomConversation } from "./room-conversation";

/** One conversation. */
export function RoomPage({ roomId }: { roomId: string }) {
  const t = useTranslations("chat");
  const { chat } = useTRPC();
  const { data, error, isPending, refetch } = useQuery(chat.room.queryOptions({ roomId }));
  if (isPending) return <ConversationSkeleton />;
  if (data !== undefined) return <RoomConversation room={data} />;
  if (!["NOT_FOUND", "BAD_REQUEST"].includes(errorData(error)?.code ?? "")) {
    return <QueryError error={error} onRetry={() => void refetch()} />;
  }
  return (
    <EmptyState
      size="page"
      icon={<SearchX aria-hidden="true" />}
      title={t("missingTitle")}
      description={t("missingText")}
      actions={
        <Button asChild variant="secondary">
          <UiLink href="/mesajlar">{t("back")}</UiLink>
        </Button>
      }
    />
  );
}
