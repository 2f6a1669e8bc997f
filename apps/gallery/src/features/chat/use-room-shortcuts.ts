"use client";

import { useEffect, useRef } from "react";

/** Calls back for a key pressed together with Alt, by the key's place on the board. */
export function useAltKeys(acts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const act = latest.current[event.code];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

interface RoomActs {
  onSearch: () => void;
  onEnd: () => void;
  onUnread: () => void;
}

/** The shortcuts of an open conversation. */
export const useRoomShortcuts = ({ onEnd, onSearch, onUnread }: RoomActs): void =>
  useAltKeys({ KeyF: onSearch, KeyU: onUnread, End: onEnd });
