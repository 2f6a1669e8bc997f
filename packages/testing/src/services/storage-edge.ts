import type { IncomingMessage } from "node:http";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import {
  edgeFiles,
  readEdge,
  routeOf,
  SAMPLE_ENV,
} from "../../../../tooling/checks/deploy/traefik.mjs";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

export interface StorageEdge {
  readonly url: string;
  /** Routers that took requests, in turn. */
  readonly taken: (string | undefined)[];
  close(): Promise<void>;
}

/**
 * A stand-in for Traefik: routes by the rules of deploy/traefik/dynamic and passes on, with the host
 * that was asked for, to an S3 server. What the rules give to nobody is 404, what they give to the
 * router that refuses is 403.
 *
 * @param buckets prefix of the buckets
 */
export async function startStorageEdge(server: string, buckets: string): Promise<StorageEdge> {
  const host = "127.0.0.1";
  const { edge, problems } = readEdge(edgeFiles(root), {
    ...SAMPLE_ENV,
    EDGE_STORAGE_HOST: host,
    EDGE_STORAGE_BUCKETS: buckets,
  });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const taken: (string | undefined)[] = [];
  const target = new URL(server);

  const routerFor = (incoming: IncomingMessage): string | undefined => {
    const url = new URL(incoming.url ?? "/", server);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    );
    const query = Object.fromEntries(url.searchParams);
    const { method = "" } = incoming;
    return routeOf(edge, { host, method, path: url.pathname, query, headers });
  };

  const front = createServer((incoming, outgoing) => {
    const router = routerFor(incoming);
    taken.push(router);
    const service = router && edge.routers[router]?.service;
    if (service !== "storage") {
      outgoing.writeHead(service ? 403 : 404, { connection: "close" }).end();
      return;
    }
    const { method, url: path, headers } = incoming;
    const onward = request(
      { host: target.hostname, port: target.port, method, path, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => front.listen(0, host, resolve));
  const { port } = front.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    taken,
    async close() {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
    },
  };
}
