import type { IncomingMessage } from "node:http";
import { Server } from "node:http";
import { BlockList, isIP } from "node:net";

/** `::ffff:10.0.0.1` as IPv4: sockets that listen on both families see it so. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

/**
 * Reads a list of proxies: addresses and networks, separated by commas.
 *
 * @throws Error for an entry that is neither
 */
export function parseProxies(text: string): BlockList {
  const proxies = new BlockList();
  for (const entry of text.split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (isIP(address) === 0) throw new Error(`OTO_TRUSTED_PROXIES: ${entry} is no address`);
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  return proxies;
}

const isTrusted = (proxies: BlockList, address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? "ipv6" : "ipv4");
};

/**
 * The visitor's address: the peer itself, or, as far as trusted proxies stand in front, what they
 * wrote, read from the right. What a visitor wrote to the left of that is never believed.
 */
export function clientAddress(
  peer: string,
  forwarded: string | undefined,
  proxies: BlockList,
): string {
  let address = plain(peer);
  const hops = (forwarded ?? "").split(",").map((part) => plain(part.trim()));
  while (isTrusted(proxies, address)) {
    const next = hops.pop();
    if (next === undefined || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

const guarded = Symbol.for("kontak.client-address");

/**
 * Makes `x-forwarded-for` tell the truth in this process before Next reads it: Next itself keeps
 * whatever a visitor sends. Called once, from an app's `instrumentation.ts`.
 */
export function guardClientAddress(proxies: BlockList): void {
  // cast: the mark is ours; no type knows it.
  const prototype = Server.prototype as Server & { [guarded]?: true };
  if (prototype[guarded]) return;
  prototype[guarded] = true;
  const emit = prototype.emit;
  prototype.emit = function guardedEmit(this: Server, event: string | symbol, ...args: unknown[]) {
    if (event === "request" || event === "upgrade") {
      // cast: what both events carry first.
      const request = args[0] as IncomingMessage;
      const forwarded = request.headers["x-forwarded-for"];
      request.headers["x-forwarded-for"] = clientAddress(
        request.socket.remoteAddress ?? "",
        Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
        proxies,
      );
    }
    return Reflect.apply(emit, this, [event, ...args]);
  };
}
