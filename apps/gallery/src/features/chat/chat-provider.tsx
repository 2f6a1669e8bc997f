"use client";

import type { ReactNode } from "react";
import { createContext, useContext, useState } from "react";
import { useTRPCClient } from "../../trpc";
import { usePermission } from "../session/session-provider";
import { ChatAnnouncer } from "./chat-announcer";
import { ChatFeed } from "./chat-feed";
import { ChatHub } from "./chat-hub";
import type { Outbox } from "./model/outbox";
import type { OutgoingBody } from "./model/outgoing-body";
import { useMakeOutbox } from "./use-make-outbox";
import { LandingHostContext } from "./use-own-hosts";

interface Chat {
  hub: ChatHub;
  outbox: Outbox<OutgoingBody>;
}

const ChatContext = createContext<Chat | null>(null);

interface ChatProviderProps {
  /** Host of the public site: links to its vehicles become cards. */
  landingHost: string;
  children: ReactNode;
}

/** Holds the conversations of this page and follows their live feed. */
export function ChatProvider({ landingHost, children }: ChatProviderProps) {
  const client = useTRPCClient();
  const mayRead = usePermission("chat:read");
  const [hub] = useState(
    () => new ChatHub((roomId, question) => client.chat.history.query({ roomId, ...question })),
  );
  const outbox = useMakeOutbox(hub);
  return (
    <ChatContext value={{ hub, outbox }}>
      {mayRead ? <ChatFeed hub={hub} outbox={outbox} /> : null}
      {mayRead ? <ChatAnnouncer hub={hub} /> : null}
      <LandingHostContext value={landingHost}>{children}</LandingHostContext>
    </ChatContext>
  );
}

/** The conversations of this page. Only below a {@link ChatProvider}. */
export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (chat === null) throw new Error("useChat needs a ChatProvider above");
  return chat;
}
