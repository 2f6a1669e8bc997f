const DEFAULT_PORTS: Readonly<Record<string, string>> = { "amqp:": "5672", "amqps:": "5671" };

export interface RabbitUrls {
  readonly url: string;
  /** Every node, as `host:port`. */
  readonly hosts: string[];
}

/**
 * Options of a connection to one broker or to the nodes of a cluster.
 *
 * @param urls `amqp://user:password@host:port/vhost`, or amqps; further nodes follow after commas
 *   as URLs or as `host:port`, with the account and virtual host of the first
 * @throws Error when the first is no AMQP URL or a node cannot be read
 */
export function parseRabbitUrls(urls: string): RabbitUrls {
  const [first = "", ...rest] = urls.split(",").map((part) => part.trim());
  const url = URL.canParse(first) ? new URL(first) : undefined;
  const port = DEFAULT_PORTS[url?.protocol ?? ""];
  if (!url || !port) throw new Error("expected amqp://… or amqps://…");
  const hosts = [url, ...rest.map((part) => nodeUrl(part, url.protocol))].map(
    (node) => `${node.hostname}:${node.port || port}`,
  );
  return { url: first, hosts };
}

function nodeUrl(node: string, protocol: string): URL {
  const text = node.includes("://") ? node : `${protocol}//${node}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== protocol || url.hostname === "") {
    throw new Error(`"${node.replace(/\/\/[^@]*@/, "//")}" is no node of ${protocol}//`);
  }
  return url;
}
