"use client";

import { Button, Card, EmptyState, Skeleton, UiLink } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import { usePermission } from "../session/session-provider";
import { RoomRow } from "./room-row";

const SHOWN = 4;

/** On the start page: conversations in which something is new. */
export function UnreadRooms() {
  const t = useTranslations("chat");
  const { chat } = useTRPC();
  const enabled = usePermission("chat:read");
  const { data, error, isError, isPending, refetch } = useQuery(
    chat.rooms.queryOptions({ filter: "UNREAD", limit: SHOWN }, { enabled }),
  );
  if (!enabled) return null;
  return (
    <Card
      title={t("dashboardTitle")}
      padding="flush"
      actions={
        <Button asChild variant="ghost" size="sm">
          <UiLink href="/mesajlar">{t("dashboardAll")}</UiLink>
        </Button>
      }
    >
      {isError ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? (
        <div className="px-5 pb-5">
          <Skeleton className="h-16" />
        </div>
      ) : null}
      {data?.items.length === 0 ? (
        <EmptyState
          icon={<MessagesSquare aria-hidden="true" />}
          title={t("dashboardNone")}
          description={t("dashboardNoneText")}
        />
      ) : null}
      <ul className="flex flex-col px-2 pb-2">
        {data?.items.map((room) => (
          <li key={room.roomId}>
            <RoomRow room={room} current={false} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
