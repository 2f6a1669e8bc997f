import { openPlatform } from "@oto/services";
import { reencryptSecrets } from "@oto/services/crypto";
import { readWorkersEnv } from "../../env";
import { say } from "../seed/progress";

/** `secrets` seals everything stored anew, under the first key of `OTO_ENCRYPTION_KEYS`. */
const platform = await openPlatform(readWorkersEnv(), "secrets");
const count = await reencryptSecrets(platform, ({ what, done, total }) => {
  say(`${what}: ${done} of ${total}`);
});
say(`✓ ${count} values are sealed under the current key`);
await platform.close();
process.exit(0);
