"use client";

import type { ReactNode } from "react";
import { createContext, useContext, useSyncExternalStore } from "react";

export type SocketState = "idle" | "connecting" | "connected";

/** Whether live updates arrive; a plain store, since the socket lives outside of React. */
export class SocketStateStore {
  private state: SocketState = "idle";
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly read = (): SocketState => this.state;

  set(state: SocketState): void {
    if (this.state === state) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

const SocketStateContext = createContext<SocketStateStore>(new SocketStateStore());

export function SocketStateProvider({
  store,
  children,
}: {
  store: SocketStateStore;
  children: ReactNode;
}) {
  return <SocketStateContext value={store}>{children}</SocketStateContext>;
}

/** State of the live connection: show it where someone would otherwise trust stale data. */
export function useSocketState(): SocketState {
  const store = useContext(SocketStateContext);
  return useSyncExternalStore(store.subscribe, store.read, () => "idle" as const);
}
