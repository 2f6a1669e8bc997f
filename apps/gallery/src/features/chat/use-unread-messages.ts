"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc";
import { usePermission } from "../session/session-provider";

/** How many messages of others the reader has not seen, over all rooms that are not muted. */
export function useUnreadMessages(): number {
  const { chat } = useTRPC();
  const enabled = usePermission("chat:read");
  return useQuery(chat.counts.queryOptions(undefined, { enabled })).data?.unreadMessages ?? 0;
}
