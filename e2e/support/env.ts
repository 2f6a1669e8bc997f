import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAME = "OTO_E2E_DATA_DIR";

/** Data folder of the platform under test; the runner makes one, its workers inherit the name. */
export function dataFolder(): string {
  const known = process.env[NAME];
  if (known) return known;
  const made = mkdtempSync(join(tmpdir(), "kontak-e2e-"));
  process.env[NAME] = made;
  return made;
}

/**
 * Whether the platform is running on the test's ports already (a developer's own `npm start`), so
 * that the runner starts none.
 */
export const isRunning = (): boolean => process.env.OTO_E2E_RUNNING === "1";

/** The command that starts the platform under test: one node, or with OTO_E2E_CLUSTER=1 a cluster. */
export const startCommand = (): string =>
  process.env.OTO_E2E_CLUSTER === "1" ? "npm run start:cluster" : "npm start";

/** The environment that processes started by the tests inherit. */
export const inherited = (): NodeJS.ProcessEnv => process.env;

/** First of the five ports that the platform under test listens on. */
export const firstPort = (): number => Number(process.env.OTO_E2E_PORT ?? 4500);

/** Whether the platform under test starts with demo data; journeys that bring their own need none. */
export const withDemo = (): boolean => process.env.OTO_E2E_DEMO !== "0";
