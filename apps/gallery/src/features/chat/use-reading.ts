"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useTRPC } from "../../trpc";
import type { RoomView } from "./chat-views";
import { useGathered } from "./use-gathered";

function subscribe(onChange: () => void): () => void {
  document.addEventListener("visibilitychange", onChange);
  window.addEventListener("focus", onChange);
  return () => {
    document.removeEventListener("visibilitychange", onChange);
    window.removeEventListener("focus", onChange);
  };
}

/** Whether the page can be seen at all. */
const useVisible = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => document.visibilityState === "visible",
    () => false,
  );

/** Marks a room as read up to a number while the reader is at its end and can see it. */
export function useReading(room: RoomView, seq: number, atEnd: boolean): void {
  const { chat } = useTRPC();
  const queries = useQueryClient();
  const visible = useVisible();
  const told = useRef(room.readSeq);
  const { roomId } = room;
  const { mutate } = useMutation(
    chat.markRead.mutationOptions({
      onSuccess: ({ counts, readSeq }) => {
        queries.setQueryData(
          chat.room.queryKey({ roomId }),
          (before) => before && { ...before, readSeq, unread: 0 },
        );
        queries.setQueryData(chat.counts.queryKey(), counts);
        void queries.invalidateQueries(chat.rooms.pathFilter());
      },
      onError: () => {
        told.current = room.readSeq;
      },
    }),
  );
  const tell = useGathered(() => {
    // A moment has passed: the reader may have scrolled or gone away.
    if (!visible || !atEnd || seq <= told.current) return;
    told.current = seq;
    mutate({ roomId, seq });
  });
  useEffect(() => {
    if (visible && atEnd && seq > told.current) tell();
  }, [visible, atEnd, seq, tell]);
}
