import type { PresentConnection } from "@oto/adapters";
import { PRESENCE_BEAT_MS } from "@oto/adapters";
import { newId } from "@oto/db";
import type { Identity, Platform } from "@oto/services";
import type { WebSocket } from "ws";

export interface SocketPresence {
  /** Says that a dealer is there from now until the connection closes. */
  hold(client: WebSocket, identity: Identity): void;
  /** Says that everybody who was connected here has left. */
  close(): Promise<void>;
}

/** Keeps `adapters.presence` informed of the dealers whose sockets this process holds. */
export function announcePresence(platform: Platform): SocketPresence {
  const { presence } = platform.adapters;
  const held = new Map<WebSocket, PresentConnection>();
  // A beat that is lost is made good by the next one.
  const safely = (saying: Promise<void>) =>
    saying.catch((error: unknown) => platform.logger.debug({ err: error }, "presence unsaid"));

  const timer = setInterval(() => {
    if (held.size > 0) void safely(presence.beat([...held.values()]));
  }, PRESENCE_BEAT_MS);
  timer.unref();

  return {
    hold(client, { userId, gallery }) {
      if (!gallery) return;
      const connection = { galleryId: gallery.id, userId, connectionId: newId() };
      held.set(client, connection);
      const arriving = safely(presence.beat([connection]));
      client.once("close", () => {
        held.delete(client);
        void arriving.then(() => safely(presence.leave(connection)));
      });
    },
    async close() {
      clearInterval(timer);
      const leaving = [...held.values()];
      held.clear();
      await Promise.all(leaving.map((connection) => safely(presence.leave(connection))));
    },
  };
}
