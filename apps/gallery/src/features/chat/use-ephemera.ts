"use client";

import { useCallback, useSyncExternalStore } from "react";
import { useMe } from "../session/session-provider";
import { useChat } from "./chat-provider";
import type { RoomView } from "./chat-views";
import type { Typist } from "./model/ephemera";

const NOBODY: readonly Typist[] = [];

/** Whether the other side is there: as last heard, otherwise as the API knew. */
export function useOnline({ galleryId, online }: RoomView["counterpart"]): boolean {
  const { hub } = useChat();
  const read = useCallback(
    () => (galleryId === null ? undefined : hub.ephemera.isOnline(galleryId)),
    [galleryId, hub],
  );
  return useSyncExternalStore(hub.ephemera.subscribe, read, () => undefined) ?? online;
}

/** Who else is writing in a room now. */
export function useTypists(roomId: string): readonly Typist[] {
  const { hub } = useChat();
  const { user } = useMe();
  const read = useCallback(() => hub.ephemera.typistsIn(roomId), [hub, roomId]);
  const typists = useSyncExternalStore(hub.ephemera.subscribe, read, () => NOBODY);
  return typists.filter(({ userId }) => userId !== user.id);
}
