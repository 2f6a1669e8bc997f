import { guardClientAddress, parseProxies } from "./client-address";
import { readFrontEndEnv } from "./env";

/** What an app's server does before its first request; called from `instrumentation.ts`. */
export function prepareServer(): void {
  guardClientAddress(parseProxies(readFrontEndEnv().OTO_TRUSTED_PROXIES));
}
