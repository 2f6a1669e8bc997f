import { openPlatform } from "@oto/services";
import { accessTokenKeys, rotateSigningKeys } from "@oto/services/auth";
import { readWorkersEnv } from "../../env";

/**
 * `keys rotate` makes a new signing key for access tokens at once: it signs from now on (every
 * process follows within a minute), the old ones verify until all that they signed has ended.
 */
const [verb] = process.argv.slice(2);
if (verb !== "rotate") throw new Error("usage: keys rotate");

const platform = await openPlatform(readWorkersEnv(), "keys");
await accessTokenKeys(platform);
await rotateSigningKeys(platform, { force: true });
const { rows } = await platform.database.pool.query<{ kid: string; created_at: Date }>(
  "select kid, created_at from signing_key where retired_at is null order by created_at desc",
);
for (const [index, { kid, created_at: made }] of rows.entries()) {
  process.stdout.write(`${kid}  ${made.toISOString()}  ${index === 0 ? "signs" : "verifies"}\n`);
}
await platform.close();
process.exit(0);
