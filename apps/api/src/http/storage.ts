import type { Platform } from "@oto/services";
import type { FastifyPluginAsync } from "fastify";

/**
 * `/storage/*` of a single node: signed uploads and pictures. Bodies stay unread streams, so an
 * upload never sits in memory. Absent when the object storage serves its own URLs.
 */
export const storageRoutes: FastifyPluginAsync<{ platform: Platform }> = async (
  server,
  { platform },
) => {
  const { storageHttp } = platform.adapters;
  if (!storageHttp) return;
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", (_request, _payload, done) => done(null));
  server.route({
    url: "/storage/*",
    method: ["GET", "HEAD", "PUT"],
    // The exact size is part of the upload's signature; this only stops what no link allows.
    bodyLimit: 64 * 1024 * 1024,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const answer = await storageHttp.handle({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: request.raw,
      });
      return reply.status(answer.status).headers(answer.headers).send(answer.body);
    },
  });
};
