import type { FastifyInstance } from "fastify";

const TIDY_MS = 50;

/** How a process leaves: not ready any more, still serving for a while, then gone. */
export interface Drain {
  /** Whether new requests should go elsewhere. */
  readonly leaving: boolean;
  leave(): void;
}

export function createDrain(): Drain {
  let leaving = false;
  return {
    get leaving() {
      return leaving;
    },
    leave() {
      leaving = true;
    },
  };
}

/** While leaving, every answer asks the caller to bring the next request on a new connection. */
export function closeConnectionsWhileLeaving(server: FastifyInstance, drain: Drain): void {
  server.addHook("onSend", async (_request, reply) => {
    if (drain.leaving) reply.header("connection", "close");
  });
}

/**
 * Stops accepting and waits for what is being answered, at most this long.
 *
 * @param patienceMs milliseconds after which connections are cut
 */
export async function closeServer(server: FastifyInstance, patienceMs: number): Promise<void> {
  const cut = setTimeout(() => server.server.closeAllConnections(), patienceMs);
  // A connection whose last answer began before the leaving would otherwise stay open, idle.
  const tidy = setInterval(() => server.server.closeIdleConnections(), TIDY_MS);
  await server.close();
  clearTimeout(cut);
  clearInterval(tidy);
}
