import { seedCatalogue, seedPublishRules } from "@oto/db/seed";
import { openPlatform } from "@oto/services";
import { ensureSuperadmin } from "@oto/services/auth";
import { readWorkersEnv } from "../../env";
import { seedDemo } from "./demo";
import { say } from "./progress";

/**
 * `seed foundation` fills what every installation needs; `seed demo` adds the demo market to a
 * database without galleries. Both may be called at every start.
 */
const [scenario = "foundation"] = process.argv.slice(2);
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

await (scenario === "demo" ? demo() : foundation());
await platform.close();
process.exit(0);
