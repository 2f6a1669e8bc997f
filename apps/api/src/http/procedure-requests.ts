import type { FastifyInstance, FastifyReply } from "fastify";
import { listProcedures } from "../trpc/procedure-list";

const PREFIX = "/trpc/";

const refuse = (reply: FastifyReply, status: number, message: string) =>
  reply.status(status).send({ error: { message, code: -32_600 } });

/**
 * What the library would let through: subscriptions stay on the WebSocket, where tickets, limits
 * and ended sessions are looked after; bodies are JSON, which no other site's form can send.
 */
export function guardProcedureRequests(server: FastifyInstance): void {
  const subscriptions = new Set(
    listProcedures().flatMap(({ path, type }) => (type === "subscription" ? [path] : [])),
  );
  server.addHook("onRequest", async (request, reply) => {
    const [address = ""] = request.url.split("?");
    if (!address.startsWith(PREFIX)) return;
    const type = request.headers["content-type"];
    if (type !== undefined && !/^application\/json\s*(;|$)/i.test(type)) {
      await refuse(reply, 415, "application/json");
      return;
    }
    const paths = decodeURIComponent(address.slice(PREFIX.length)).split(",");
    if (paths.some((path) => subscriptions.has(path))) await refuse(reply, 405, "WebSocket");
  });
}
