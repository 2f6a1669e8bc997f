import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { run } from "./run.mjs";
import { hashOf, stamp } from "./stamps.mjs";
import { note, say, since } from "./terminal.mjs";

/**
 * Whether node_modules already holds what the lock file asks for, by npm's own record of it.
 * @param {string} root
 */
function treeMatchesLock(root) {
  const record = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) {
    return false;
  }
  /** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} */
  const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  const installed = packagesOf(record);
  return Object.entries(packagesOf(path.join(root, "package-lock.json"))).every(
    ([place, { version, optional, link }]) =>
      !place.includes("node_modules/") ||
      optional === true ||
      (link === true ? installed[place]?.link === true : installed[place]?.version === version),
  );
}

/** @returns {{ command: string, args: string[] }} npm as it was started, else the one on the PATH */
function npm() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") && existsSync(cli)
    ? { command: process.execPath, args: [cli] }
    : { command: "npm", args: [] };
}

/**
 * Installs the dependencies when they are missing or not those of the lock file.
 * @param {string} root
 * @param {AbortSignal} [signal]
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function install(root, signal) {
  const wanted = hashOf(root, ["package-lock.json"], [process.version, process.platform]);
  const done = stamp(root, "install");
  if (done.matches(wanted)) {
    return false;
  }
  if (treeMatchesLock(root)) {
    done.set(wanted);
    return false;
  }
  const started = performance.now();
  say("Installing dependencies (npm ci), once …");
  const { command, args } = npm();
  // Dev dependencies build the platform, also where NODE_ENV=production would leave them out.
  await run({
    name: "npm ci",
    command,
    args: [...args, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    cwd: root,
    ...(signal === undefined ? {} : { signal }),
  });
  done.set(wanted);
  note(`installed in ${since(started)}`);
  return true;
}
