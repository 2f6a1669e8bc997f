import type { IncomingMessage, Server } from "node:http";
import type { Platform } from "@oto/services";
import { callerDatabase } from "@oto/services";
import { loadIdentity, redeemWsTicket } from "@oto/services/auth";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";
import { z } from "zod";
import type { AppRouter } from "../root.router";
import { hasSubscriptions } from "../root.router";
import type { ApiContext } from "../trpc/context";
import { metrics } from "./metrics";
import { originOf } from "./origin";
import { limitSocket, SOCKET_LIMITS } from "./socket-limits";
import { announcePresence } from "./socket-presence";
import { watchSocketSessions } from "./socket-sessions";

const params = z.object({
  ticket: z.string().min(20).max(200),
  locale: z.string().max(10).optional(),
});

export interface SocketsOptions {
  readonly platform: Platform;
  readonly router: AppRouter;
  /** Origins of the front ends. */
  readonly allowed: readonly string[];
  /** Address of whoever connects, trusted proxies already unwrapped. */
  readonly addressOf: (request: IncomingMessage) => string;
}

export interface Sockets {
  /** Asks every client to come back later, then closes. */
  close(): Promise<void>;
}

/**
 * tRPC over WebSocket on `/trpc`. A connection brings a one-time ticket from `auth.wsTicket`;
 * without one it may call what anybody may call.
 */
export function serveSockets(
  server: Server,
  { platform, router, allowed, addressOf }: SocketsOptions,
): Sockets {
  const isServed = hasSubscriptions(router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: SOCKET_LIMITS.payload });
  const sessions = watchSocketSessions(platform);
  const presence = announcePresence(platform);
  metrics.gauge({
    name: "oto_websocket_connections",
    help: "Sockets that are open",
    read: () => sockets.clients.size,
  });
  server.on("upgrade", (request, socket, head) => {
    const path = request.url?.split("?")[0];
    const origin = request.headers.origin;
    // Browsers always send their origin; another site's page must not ride on a stolen ticket.
    if (path !== "/trpc" || (origin !== undefined && !allowed.includes(origin))) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    if (!isServed) {
      // Another process has the services that there is something to follow on.
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      limitSocket(client);
      sockets.emit("connection", client, request);
    });
  });
  const handler = applyWSSHandler({
    wss: sockets,
    router,
    keepAlive: { enabled: true, pingMs: 25_000, pongWaitMs: 10_000 },
    createContext: async ({ req, res, info }): Promise<ApiContext> => {
      const parsed = params.safeParse(info.connectionParams);
      const origin = originOf(req, {
        address: addressOf(req),
        secret: platform.env.OTO_SECRET,
      });
      const identity = parsed.success ? await redeemWsTicket(platform, parsed.data.ticket) : null;
      if (identity) {
        sessions.hold(res, identity);
        presence.hold(res, identity);
      }
      return {
        ...platform,
        ...(identity ? { currentIdentity: () => loadIdentity(platform, identity) } : {}),
        database: callerDatabase(platform, identity),
        origin: { ...origin, locale: parsed.data?.locale === "en" ? "en" : origin.locale },
        identity,
        idempotencyKey: null,
        signal: undefined,
      };
    },
  });
  return {
    async close() {
      await sessions.close();
      await presence.close();
      handler.broadcastReconnectNotification();
      for (const client of sockets.clients) client.close(1012, "restart");
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}
