export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

interface RedisAccess {
  readonly username?: string;
  readonly password?: string;
  readonly tls: boolean;
}

/** Where Redis is: one server, whatever master some sentinels name, or a cluster. */
export type RedisTarget = RedisAccess &
  (
    | { readonly kind: "single"; readonly node: RedisNode; readonly db: number }
    | {
        readonly kind: "sentinel";
        readonly sentinels: readonly RedisNode[];
        /** Name that the sentinels know the master by. */
        readonly master: string;
        readonly db: number;
        readonly sentinelPassword?: string;
      }
    | { readonly kind: "cluster"; readonly nodes: readonly RedisNode[] }
  );

/** Says what is wrong with the address and never repeats it: it holds the password. */
export class RedisUrlError extends Error {
  override readonly name = "RedisUrlError";
}

const URL_PARTS =
  /^(?<scheme>rediss?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<login>[^/?#]*)@)?(?<hosts>[^/?#@]+)(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?$/;
const HOST = /^(?:\[(?<six>[0-9a-fA-F:.]+)\]|(?<name>[^\s:[\]]+))(?::(?<port>\d{1,5}))?$/;
const DEFAULT_PORT = { single: 6379, sentinel: 26_379, cluster: 6379 } as const;

type Kind = keyof typeof DEFAULT_PORT;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new RedisUrlError("user or password are not percent-encoded properly");
  }
}

function loginOf(login: string | undefined): { username?: string; password?: string } {
  if (!login) return {};
  const colon = login.indexOf(":");
  const username = decoded(colon < 0 ? login : login.slice(0, colon));
  const password = colon < 0 ? "" : decoded(login.slice(colon + 1));
  return { ...(username ? { username } : {}), ...(password ? { password } : {}) };
}

function nodeOf(text: string, kind: Kind): RedisNode {
  const groups = HOST.exec(text)?.groups;
  const host = groups?.six ?? groups?.name;
  const port = groups?.port === undefined ? DEFAULT_PORT[kind] : Number(groups.port);
  if (!host || port < 1 || port > 65_535) {
    throw new RedisUrlError("hosts are host or host:port, separated by commas");
  }
  return { host, port };
}

function dbOf(text: string | undefined): number {
  if (text === undefined || text === "") return 0;
  if (!/^\d{1,5}$/.test(text)) throw new RedisUrlError("the database is a number");
  return Number(text);
}

/**
 * Reads the address of Redis: `redis://[user:password@]host[:6379][/db]`, the same with `rediss` for
 * TLS, `redis+sentinel://…host[:26379],host2/<master>[/db][?sentinelPassword=…]` and
 * `redis+cluster://…host[:6379],host2`.
 *
 * @throws RedisUrlError
 */
export function parseRedisUrl(url: string): RedisTarget {
  const parts = URL_PARTS.exec(url.trim())?.groups;
  if (!parts?.hosts) {
    throw new RedisUrlError("expected redis://, rediss://, redis+sentinel:// or redis+cluster://");
  }
  const kind = (parts.kind ?? "single") as Kind;
  const nodes = parts.hosts.split(",").map((host) => nodeOf(host, kind));
  const path = (parts.path ?? "").split("/").slice(1);
  const access = { ...loginOf(parts.login), tls: parts.scheme === "rediss" };
  if (kind === "sentinel") return sentinelTarget(access, { nodes, path, query: parts.query });
  if (path.length > (kind === "cluster" ? 0 : 1) && path.some(Boolean)) {
    throw new RedisUrlError(kind === "cluster" ? "a cluster has no databases" : "too long a path");
  }
  if (kind === "cluster") return { kind, nodes, ...access };
  const [node] = nodes;
  if (!node || nodes.length > 1) {
    throw new RedisUrlError("several hosts need redis+sentinel:// or redis+cluster://");
  }
  return { kind, node, db: dbOf(path[0]), ...access };
}

function sentinelTarget(
  access: RedisAccess,
  parts: { nodes: readonly RedisNode[]; path: readonly string[]; query: string | undefined },
): RedisTarget {
  const [master, db, ...rest] = parts.path;
  if (!master || rest.some(Boolean)) {
    throw new RedisUrlError(
      "sentinels need the master's name: redis+sentinel://host/<master>/<db>",
    );
  }
  const password = new URLSearchParams(parts.query).get("sentinelPassword");
  return {
    kind: "sentinel",
    sentinels: parts.nodes,
    master: decoded(master),
    db: dbOf(db),
    ...(password ? { sentinelPassword: password } : {}),
    ...access,
  };
}
