import { parseArgs } from "node:util";
import { seedCatalogue, seedPublishRules } from "@oto/db/seed";
import { openPlatform } from "@oto/services";
import { ensureSuperadmin } from "@oto/services/auth";
import { readWorkersEnv } from "../../env";
import { seedDemo } from "./demo";
import { say } from "./progress";
import { MARKET_SIZES, seedScale } from "./scale";

/**
 * `seed foundation` fills what every installation needs; `seed demo` adds the demo market to a
 * database without galleries. Both may be called at every start. `200k` and `million` add a market of
 * that size for measuring; stopped, the next call goes on from there. `--scenario demo` says the same
 * as `demo`.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { scenario: { type: "string" } },
});
const scenario = values.scenario ?? positionals[0] ?? "foundation";
const platform = await openPlatform(readWorkersEnv(), "seed");
const system = platform.database.unsafeSystem("an installation is filled before anybody is in it");

async function foundation(): Promise<void> {
  // Thousands of rows: only an empty catalogue is worth the seconds at every start.
  const known = await system.read((tx) => tx.make.count());
  if (known === 0) {
    const { makes, series, models } = await seedCatalogue(platform.database);
    say(`catalogue: ${makes} makes, ${series} series, ${models} models`);
  }
  await seedPublishRules(platform.database);
  const { created } = await ensureSuperadmin(platform);
  if (created) say("::superadmin created");
}

async function demo(): Promise<void> {
  const known = await system.read((tx) => tx.gallery.count());
  if (known > 0) return;
  const reviewer = await system.read((tx) =>
    tx.user.findFirstOrThrow({ where: { platformRole: "SUPERADMIN" }, select: { id: true } }),
  );
  await seedDemo(platform, reviewer.id);
}

async function run(): Promise<void> {
  const size = MARKET_SIZES[scenario];
  if (size !== undefined) {
    await foundation();
    await seedScale(platform, size);
  } else if (scenario === "demo") await demo();
  else if (scenario === "foundation") await foundation();
  else throw new Error(`there is no scenario ${scenario}`);
}

await run();
await platform.close();
process.exit(0);
