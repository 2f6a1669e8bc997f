// The lock file names no host (anybody's registry will do), is complete for every platform, and holds
// no version with a known hole.
import { readFileSync } from "node:fs";
import path from "node:path";
import { missingFrom } from "../lockfile/complete-lock.mjs";

/** Oldest versions allowed; below them lie published vulnerabilities. */
const OLDEST = {
  next: "16.4.1",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "@trpc/server": "11.8.0",
  sharp: "0.35.0",
  nodemailer: "10.4.1",
  "next-auth": "4.24.12",
};

/**
 * @param {string} version
 * @param {string} oldest
 */
function isOlder(version, oldest) {
  const [release = "", preRelease] = version.split("-");
  const numbers = (/** @type {string} */ text) => text.split(".").map(Number);
  const wanted = numbers(oldest);
  for (const [index, number] of numbers(release).entries()) {
    if (number !== wanted[index]) {
      return number < (wanted[index] ?? 0);
    }
  }
  return preRelease !== undefined;
}

/**
 * @param {{ packages?: Record<string, { version?: string, resolved?: string, link?: boolean }> }} lock
 * @returns {string[]}
 */
export function problemsOf({ packages = {} }) {
  return Object.entries(packages).flatMap(([place, { version, resolved }]) => {
    const problems = [];
    if (resolved !== undefined && /^[a-z+]+:\/\//.test(resolved)) {
      problems.push(`${place}: names the host of a registry (${resolved})`);
    }
    const name = place.split("node_modules/").at(-1) ?? "";
    const oldest = Object.entries(OLDEST).find(([known]) => known === name)?.[1];
    if (oldest !== undefined && place.includes("node_modules/") && version !== undefined) {
      if (isOlder(version, oldest)) {
        problems.push(`${place}: ${version} is older than ${oldest}, the oldest that is safe`);
      }
    }
    return problems;
  });
}

/** @type {import("./main.mjs").Check} */
export function lockfile(root) {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
  const missing = missingFrom(lock).map(
    ({ name }) => `${name} is not locked, so npm ci refuses: run node tooling/lockfile/main.mjs`,
  );
  return {
    looked: Object.keys(lock.packages ?? {}).length,
    problems: [...problemsOf(lock), ...missing],
  };
}
