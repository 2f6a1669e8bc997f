import { openPlatform } from "@oto/services";
import { readWorkersEnv } from "../../env";
import { KEY_RINGS, rotateKeys } from "./rotate-keys";

/**
 * `keys rotate` makes a new signing key for access tokens at once: it signs from now on (every
 * process follows within a minute), the old ones verify until all that they signed has ended.
 * `keys rotate deal-log` does the same for the logs of negotiations, whose old keys prove what they
 * signed for ever.
 */
const [verb, wanted = "access-token"] = process.argv.slice(2);
const ring = KEY_RINGS.find((known) => known === wanted);
if (verb !== "rotate" || ring === undefined) {
  throw new Error(`usage: keys rotate [${KEY_RINGS.join("|")}]`);
}

const platform = await openPlatform(readWorkersEnv(), "keys");
for (const { kid, made, signs } of await rotateKeys(platform, ring)) {
  process.stdout.write(`${kid}  ${made.toISOString()}  ${signs ? "signs" : "verifies"}\n`);
}
await platform.close();
process.exit(0);
