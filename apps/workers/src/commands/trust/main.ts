import { openPlatform } from "@oto/services";
import { rebuildTrust } from "@oto/services/trust";
import { readWorkersEnv } from "../../env";

/** `trust` makes what galleries are known for anew, from the negotiations themselves. */
const platform = await openPlatform(readWorkersEnv(), "trust");
const done = await rebuildTrust(platform);
process.stdout.write(`${done} negotiations weighed\n`);
await platform.close();
process.exit(0);
