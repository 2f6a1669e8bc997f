// `npm run gen:module <name>`: makes the rooms of a new word, from the rule to the procedures, with
// tests that pass and a page in the docs. `--dry-run` only says what it would do.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { planModule, writeFiles } from "./generate.mjs";

const root = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** @param {string[]} args of Node */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    throw new Error(`${args.join(" ")} failed`);
  }
}

function main() {
  const names = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
  const [name] = names;
  if (name === undefined || names.length > 1) {
    throw new Error("usage: npm run gen:module <name> [-- --dry-run], such as price-alert");
  }
  const files = planModule(root, name);
  for (const file of files.keys()) {
    console.log(`${existsSync(path.join(root, file)) ? "changes" : "adds   "} ${file}`);
  }
  if (process.argv.includes("--dry-run")) {
    return;
  }
  writeFiles(root, files);
  const code = [...files.keys()].filter((file) => file.endsWith(".ts"));
  run("node_modules/@biomejs/biome/bin/biome", "check", "--write", "--log-level=error", ...code);
  run("packages/db/scripts/generate.mjs");
  console.log(`
Next: describe it in docs/modules/${name}.md, then make the fields, the rule and the procedures yours.
Its tests: npx vitest run ${name}`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
