import { BlockList, isIP, isIPv6 } from "node:net";

/** Networks that are nobody's business from here: RFC 6890 and what clouds keep behind link-local. */
const CLOSED = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"],
  ...["172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"],
  ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
  ...["::/127", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32"],
  ...["fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"],
];
/** IPv6 forms that carry an IPv4 address: mapped, compatible, NAT64, 6to4. */
const EMBEDDED = /^(?:::ffff:(?:0:)?|::|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$/i;
const SIX_TO_FOUR = /^2002:([\da-f]{1,4}):([\da-f]{1,4}):/i;

const closed = new BlockList();
for (const entry of CLOSED) {
  const [network = "", bits] = entry.split("/");
  closed.addSubnet(network, Number(bits), isIPv6(network) ? "ipv6" : "ipv4");
}

/** The shortest spelling of an IPv6 address, as URLs normalize it. */
const canonical = (address: string) => new URL(`http://[${address}]`).hostname.slice(1, -1);

function embeddedIpv4(address: string): string | null {
  const match = EMBEDDED.exec(address) ?? SIX_TO_FOUR.exec(address);
  if (!match) return null;
  const [high, low] = [match[1], match[2]].map((part) => Number.parseInt(part ?? "0", 16));
  const bytes = [(high ?? 0) >> 8, (high ?? 0) & 255, (low ?? 0) >> 8, (low ?? 0) & 255];
  return bytes.join(".");
}

/** Whether an address is one of the public internet; names and anything unreadable are not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0 || address.includes("%")) return false;
  if (family === 4) return !closed.check(address, "ipv4");
  const plain = canonical(address);
  const inner = embeddedIpv4(plain);
  if (inner !== null && !isPublicAddress(inner)) return false;
  return !closed.check(plain, "ipv6");
}
