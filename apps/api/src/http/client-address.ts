import { BlockList, isIP, isIPv6 } from "node:net";

/** What is read of a request. */
interface Connecting {
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** Names that stand for networks, as in the web framework's own setting. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.1/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");
const family = (address: string) => (isIPv6(address) ? "ipv6" : "ipv4");

function listOf(trusted: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of trusted.flatMap((name) => NAMED[name] ?? [name])) {
    const [network = "", bits] = entry.split("/");
    if (bits === undefined) list.addAddress(network, family(network));
    else list.addSubnet(network, Number(bits), family(network));
  }
  return list;
}

/**
 * Finds the address that a request comes from: the connection's own, or, behind trusted proxies
 * only, the last one in `X-Forwarded-For` that no trusted proxy has. `Forwarded` and anything a
 * caller may write themselves are never read.
 */
export function clientAddress(trusted: readonly string[]): (request: Connecting) => string {
  const list = listOf(trusted);
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && list.check(address, family(address));
  return (request) => {
    const header = request.headers["x-forwarded-for"];
    const forwarded = [header ?? []].flat().join(",").split(",");
    const hops = forwarded.map((hop) => plain(hop.trim())).filter(Boolean);
    let address = plain(request.socket.remoteAddress ?? "unknown");
    while (hops.length > 0 && isTrusted(address)) address = hops.pop() ?? address;
    return isIP(address) === 0 ? "unknown" : address;
  };
}
