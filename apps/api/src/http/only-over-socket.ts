import type { FastifyInstance } from "fastify";
import { listProcedures } from "../trpc/procedure-list";

/**
 * Subscriptions run over the WebSocket alone, where tickets, limits and ended sessions are looked
 * after; the library would stream them over HTTP as well.
 */
export function keepSubscriptionsOnSockets(server: FastifyInstance): void {
  const subscriptions = new Set(
    listProcedures().flatMap(({ path, type }) => (type === "subscription" ? [path] : [])),
  );
  server.addHook("preValidation", async (request, reply) => {
    const [address = ""] = request.url.split("?");
    if (!address.startsWith("/trpc/")) return;
    const paths = decodeURIComponent(address.slice("/trpc/".length)).split(",");
    if (paths.some((path) => subscriptions.has(path))) {
      await reply.status(405).send({ error: { message: "WebSocket", code: -32005 } });
    }
  });
}
