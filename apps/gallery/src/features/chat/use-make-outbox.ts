"use client";

import { errorData } from "@oto/trpc/client";
import { useSocketState } from "@oto/trpc/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTRPCClient } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import { useMe } from "../session/session-provider";
import type { ChatHub } from "./chat-hub";
import { keepOutbox, readOutbox } from "./model/kept";
import type { OutboxSteps } from "./model/outbox";
import { Outbox } from "./model/outbox";
import type { OutgoingBody, OutgoingMessage } from "./model/outgoing-body";
import { isOutgoingMessage } from "./model/outgoing-body";

/** What may pass by itself; everything else was refused and will be again. */
const PASSING = new Set([
  "INTERNAL_SERVER_ERROR",
  "SERVICE_UNAVAILABLE",
  "TIMEOUT",
  "TOO_MANY_REQUESTS",
]);
/** How long to wait before trying again while nothing says that the connection is back. */
const RETRY_MS = 8_000;

function bodyOf({ attachments, offerId, text, vehicle }: OutgoingBody) {
  return {
    ...(text === "" ? {} : { text }),
    ...(attachments.length === 0
      ? {}
      : { attachmentIds: attachments.map(({ attachmentId }) => attachmentId) }),
    ...(vehicle === null ? {} : { vehicleId: vehicle.vehicleId }),
    ...(offerId === null ? {} : { offerId }),
  };
}

function useSteps(hub: ChatHub): OutboxSteps<OutgoingBody> {
  const client = useTRPCClient();
  const errorText = useErrorText();
  const { user } = useMe();
  return {
    send: async ({ body, clientMessageId, roomId }) => {
      const { message } = await client.chat.send.mutate({
        roomId,
        clientMessageId,
        ...bodyOf(body),
      });
      hub.timeline(roomId).receive([message]);
    },
    explain: (error) => {
      const code = errorData(error)?.code;
      return code === undefined || PASSING.has(code)
        ? { kind: "cut" }
        : { kind: "refused", text: errorText(error) };
    },
    keep: (items) => keepOutbox(user.id, items),
  };
}

/** The page's messages on their way; goes on by itself once the connection is back. */
export function useMakeOutbox(hub: ChatHub): Outbox<OutgoingBody> {
  const { user } = useMe();
  const steps = useSteps(hub);
  const [outbox] = useState(
    () =>
      new Outbox<OutgoingBody>(
        steps,
        typeof window === "undefined"
          ? []
          : readOutbox<OutgoingMessage>(user.id, isOutgoingMessage),
      ),
  );
  useEffect(() => {
    outbox.replaceSteps(steps);
  });
  const items = useSyncExternalStore(outbox.subscribe, outbox.read, () => NOTHING);
  const waits = items.some(({ phase }) => phase === "waiting");
  const connected = useSocketState() === "connected";
  useEffect(() => {
    if (connected) outbox.resume();
  }, [connected, outbox]);
  useEffect(() => {
    if (!waits) return;
    const resume = () => outbox.resume();
    const timer = setInterval(resume, RETRY_MS);
    window.addEventListener("online", resume);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", resume);
    };
  }, [outbox, waits]);
  return outbox;
}

const NOTHING: readonly OutgoingMessage[] = [];
