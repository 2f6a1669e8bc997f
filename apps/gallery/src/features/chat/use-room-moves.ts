"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";

/** What changes how a room is for the reader: silence, a block. */
export function useRoomMoves(roomId: string) {
  const { chat } = useTRPC();
  const queries = useQueryClient();
  const onError = useErrorToast();
  const onSettled = () => {
    void queries.invalidateQueries(chat.room.queryFilter({ roomId }));
    void queries.invalidateQueries(chat.rooms.pathFilter());
    void queries.invalidateQueries(chat.counts.pathFilter());
  };
  return {
    mute: useMutation(chat.mute.mutationOptions({ onError, onSettled })),
    block: useMutation(chat.block.mutationOptions({ onError, onSettled })),
  };
}
