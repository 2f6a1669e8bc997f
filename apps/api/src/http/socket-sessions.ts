import type { RevokedAccess } from "@oto/adapters";
import type { Identity, Platform } from "@oto/services";
import { loadIdentities } from "@oto/services/auth";
import type { WebSocket } from "ws";

/** Every socket's session is looked at again this often, whether or not a revocation was heard. */
const LOOK_MS = 4_000;
/** Sockets of one person; more are a fault or an attack. */
const MOST_PER_USER = 30;

/** Close code for a connection whose rights ended or changed: sign in, or come back with a new ticket. */
export const RIGHTS_CHANGED = 4401;
const TOO_MANY = 4429;

export interface SocketSessions {
  /** Watches over a connection from now until it closes. */
  hold(client: WebSocket, identity: Identity): void;
  close(): Promise<void>;
}

const concerns = ({ kind, id }: RevokedAccess, identity: Identity) =>
  (kind === "session" && identity.sessionId === id) ||
  (kind === "user" && identity.userId === id) ||
  (kind === "gallery" && identity.gallery?.id === id);

const rightsOf = ({ platformRole, gallery }: Identity) => JSON.stringify([platformRole, gallery]);

/**
 * Closes sockets whose session ended, or whose person may no longer do what they could when they
 * connected: at once where a revocation is heard, within `LOOK_MS` in any case. The database says
 * which; one question serves all sockets.
 */
export function watchSocketSessions(platform: Platform): SocketSessions {
  const held = new Map<WebSocket, Identity>();

  async function look(entries: readonly (readonly [WebSocket, Identity])[]): Promise<void> {
    if (entries.length === 0) return;
    const ids = [...new Set(entries.map(([, { sessionId }]) => sessionId))];
    const now = await loadIdentities(platform, ids);
    for (const [client, identity] of entries) {
      const current = now.get(identity.sessionId);
      if (!current || rightsOf(current) !== rightsOf(identity)) {
        client.close(RIGHTS_CHANGED, "rights changed");
      }
    }
  }
  const lookSafely = (entries: readonly (readonly [WebSocket, Identity])[]) =>
    look(entries).catch((error: unknown) => {
      // The database is away: calls on the socket are refused by it anyway, and the next look comes.
      platform.logger.warn({ err: error }, "sessions of sockets could not be looked at");
    });

  const timer = setInterval(() => void lookSafely([...held]), LOOK_MS);
  timer.unref();
  const following = platform.adapters.revocations.follow({
    onRevoked: (revoked) =>
      void lookSafely([...held].filter(([, identity]) => concerns(revoked, identity))),
    onBlind: () => void lookSafely([...held]),
  });

  return {
    hold(client, identity) {
      const own = [...held].filter(([, { userId }]) => userId === identity.userId);
      if (own.length >= MOST_PER_USER) {
        client.close(TOO_MANY, "too many connections");
        return;
      }
      held.set(client, identity);
      client.once("close", () => held.delete(client));
    },
    async close() {
      clearInterval(timer);
      await (await following)();
    },
  };
}
