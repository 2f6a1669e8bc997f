"use client";

import { useSubscription } from "@trpc/tanstack-react-query";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { createContext, useContext, useEffect, useRef, useState } from "react";
import { useTRPC } from "../../trpc";
import type { LiveEvent, LiveEventType } from "./live-channel";
import { LiveChannel } from "./live-channel";
import { staleServices } from "./stale-services";
import { useInvalidate } from "./use-invalidate";

const LiveContext = createContext<LiveChannel>(new LiveChannel());

/**
 * The app's one subscription: brings the answers on the screen up to date and passes every event
 * on to those who listen with {@link useLiveEvent}.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const router = useRouter();
  const invalidate = useInvalidate();
  const [channel] = useState(() => new LiveChannel());
  useSubscription(
    trpc.notification.onEvent.subscriptionOptions(undefined, {
      onData: ({ data: event }) => {
        invalidate(staleServices(event.type));
        // What a gallery may do hangs on its state, which the server's layout reads.
        if (event.type.startsWith("gallery.")) router.refresh();
        channel.emit(event);
      },
    }),
  );
  return <LiveContext value={channel}>{children}</LiveContext>;
}

/**
 * Calls back for events of these types while the component is on the screen. Answers of the API
 * are brought up to date without it.
 */
export function useLiveEvent(
  types: readonly LiveEventType[],
  onEvent: (event: LiveEvent) => void,
): void {
  const channel = useContext(LiveContext);
  const latest = useRef({ types, onEvent });
  useEffect(() => {
    latest.current = { types, onEvent };
  });
  useEffect(
    () =>
      channel.listen((event) => {
        if (latest.current.types.includes(event.type)) latest.current.onEvent(event);
      }),
    [channel],
  );
}
