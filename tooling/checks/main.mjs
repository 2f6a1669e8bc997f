// Runs every check of the repository and prints one line each: `node tooling/checks/main.mjs`.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compose } from "./deploy/compose.mjs";
import { composeProgram } from "./deploy/compose-program.mjs";
import { monitoring } from "./deploy/monitoring.mjs";
import { traefik } from "./deploy/traefik.mjs";
import { docsPaths } from "./docs-paths.mjs";
import { envExample } from "./env-example.mjs";
import { escapeHatches } from "./escape-hatches.mjs";
import { importDirection } from "./import-direction.mjs";
import { lockfile } from "./lockfile.mjs";
import { supplyChain } from "./supply-chain.mjs";

/**
 * @typedef {object} Outcome
 * @property {number} looked how many files or entries were read; none at all is a failure
 * @property {string[]} problems
 */
/** @typedef {(root: string) => Outcome | Promise<Outcome>} Check */

/** @type {Record<string, Check>} */
const CHECKS = {
  "import direction": importDirection,
  "escape hatches": escapeHatches,
  "lock file": lockfile,
  "supply chain": supplyChain,
  "names in the docs": docsPaths,
  ".env.example": envExample,
  "routes of the edge": traefik,
  "compose files": compose,
  "compose files, by their program": composeProgram,
  "alerts and dashboards": monitoring,
};

const root = fileURLToPath(new URL("../..", import.meta.url));
let failed = 0;
for (const [name, check] of Object.entries(CHECKS)) {
  const { looked, problems } = await check(path.resolve(root));
  const all = looked === 0 ? ["nothing was found to look at", ...problems] : problems;
  failed += all.length > 0 ? 1 : 0;
  console.log(`${all.length === 0 ? "✓" : "✗"} ${name} (${looked})`);
  for (const problem of all) {
    console.log(`    ${problem}`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
