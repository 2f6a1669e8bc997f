"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useTRPC } from "../../trpc";
import { useMe } from "../session/session-provider";
import type { ChatHub } from "./chat-hub";
import type { ChatEvent, RoomView } from "./chat-views";
import type { Outbox } from "./model/outbox";
import type { OutgoingBody } from "./model/outgoing-body";
import { useGathered } from "./use-gathered";

interface ChatFeedProps {
  hub: ChatHub;
  outbox: Outbox<OutgoingBody>;
}

/** Follows the live feed of conversations, on any process of the API, from where it was. */
export function ChatFeed({ hub, outbox }: ChatFeedProps) {
  const { chat } = useTRPC();
  const queries = useQueryClient();
  const { gallery } = useMe();
  const refreshRooms = useGathered(() => {
    void queries.invalidateQueries(chat.rooms.pathFilter());
    void queries.invalidateQueries(chat.counts.pathFilter());
  });
  const patchRoom = (roomId: string, change: Partial<RoomView>) => {
    queries.setQueryData(chat.room.queryKey({ roomId }), (room) => room && { ...room, ...change });
  };
  const apply = (event: ChatEvent) => {
    switch (event.type) {
      case "message.created": {
        const { clientMessageId, seq } = event.message;
        if (clientMessageId !== null) outbox.arrived(new Set([clientMessageId]));
        patchRoom(event.roomId, { lastSeq: seq });
        refreshRooms();
        return;
      }
      case "message.updated":
        refreshRooms();
        return;
      case "room.updated":
        void queries.invalidateQueries(chat.room.queryFilter({ roomId: event.roomId }));
        refreshRooms();
        return;
      case "room.progress":
        if (event.galleryId === gallery?.id) return;
        patchRoom(event.roomId, {
          theirs: { deliveredSeq: event.deliveredSeq, readSeq: event.readSeq },
        });
        return;
      case "room.read":
        patchRoom(event.roomId, { readSeq: event.readSeq, unread: 0 });
        refreshRooms();
        return;
      case "chat.reset":
        void queries.invalidateQueries(chat.pathFilter());
        return;
      default:
    }
  };
  useSubscription(
    chat.onEvent.subscriptionOptions(undefined, {
      onData: ({ data: event }) => {
        apply(event);
        hub.hear(event);
      },
    }),
  );
  return null;
}
