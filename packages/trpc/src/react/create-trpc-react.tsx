"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { TRPCLink } from "@trpc/client";
import { createTRPCClient, createWSClient, splitLink, wsLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { ReactNode } from "react";
import { useState } from "react";
import { errorData } from "../client/error-data";
import { apiLinks } from "../client/links";
import { APP_HEADER, BFF } from "./bff-address";
import { SocketStateProvider, SocketStateStore } from "./socket-state";

/** One-time ticket for the socket, through the app's own server, which holds the session. */
async function fetchTicket(): Promise<string | undefined> {
  const response = await fetch(`${BFF}/auth.wsTicket`, {
    method: "POST",
    headers: { "content-type": "application/json", ...APP_HEADER },
    body: "{}",
  });
  if (!response.ok) return undefined;
  const body: { result?: { data?: { ticket?: string } } } = await response.json();
  return body.result?.data?.ticket;
}

function socketLink<Router extends AnyTRPCRouter>(
  url: string,
  locale: string,
  store: SocketStateStore,
): TRPCLink<Router> {
  const client = createWSClient({
    url,
    // A new ticket for every connection: each is good for one.
    connectionParams: async () => {
      const ticket = await fetchTicket().catch(() => undefined);
      return ticket === undefined ? { locale } : { ticket, locale };
    },
    retryDelayMs: (attempt) => Math.min(500 * 2 ** attempt, 15_000) * (0.75 + Math.random() / 2),
    lazy: { enabled: true, closeMs: 5_000 },
    keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 8_000 },
    onOpen: () => store.set("connected"),
    onClose: () => store.set("connecting"),
  });
  const create = wsLink<Router> as (options: object) => TRPCLink<Router>;
  return create({ client });
}

/** A refused request will be refused again; only what may pass by itself is retried. */
function shouldRetry(failures: number, error: unknown): boolean {
  const code = errorData(error)?.code;
  if (code && code !== "INTERNAL_SERVER_ERROR" && code !== "SERVICE_UNAVAILABLE") return false;
  return failures < 2;
}

function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (errorData(error)?.reason === "auth.unauthenticated") onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: shouldRetry },
      mutations: { retry: false },
    },
  });
}

/**
 * The typed hooks of the API for one app: `useTRPC` gives query and mutation options,
 * `useTRPCClient` the plain client; `TRPCProvider` goes into `TrpcRoot`.
 */
export const createTrpcReact = <Router extends AnyTRPCRouter>() => createTRPCContext<Router>();

export interface TrpcRootProps<Router extends AnyTRPCRouter> {
  /** The provider that `createTrpcReact` gave. */
  provider: ReturnType<typeof createTRPCContext<Router>>["TRPCProvider"];
  /** Address of the API's socket (`ws://…/trpc`); without one there are no live updates. */
  socketUrl?: string;
  locale: string;
  /** Called when the session is over; the app leads to its sign-in page. */
  onSignedOut?: () => void;
  children: ReactNode;
}

/**
 * Provides the API to an app. Calls go through the app's own server, which adds the access token;
 * subscriptions go to the API with a one-time ticket.
 */
export function TrpcRoot<Router extends AnyTRPCRouter>({
  provider: Provider,
  socketUrl,
  locale,
  onSignedOut,
  children,
}: TrpcRootProps<Router>) {
  const [queryClient] = useState(() => createQueryClient(() => onSignedOut?.()));
  const [{ client, store }] = useState(() => {
    const state = new SocketStateStore();
    const http = apiLinks<Router>({
      url: BFF,
      headers: () => ({ "x-locale": locale, ...APP_HEADER }),
    });
    const links = socketUrl
      ? [
          splitLink<Router>({
            condition: (op) => op.type === "subscription",
            true: socketLink<Router>(socketUrl, locale, state),
            false: http,
          }),
        ]
      : http;
    return { client: createTRPCClient<Router>({ links }), store: state };
  });
  return (
    <QueryClientProvider client={queryClient}>
      <Provider trpcClient={client} queryClient={queryClient}>
        <SocketStateProvider store={store}>{children}</SocketStateProvider>
      </Provider>
    </QueryClientProvider>
  );
}
