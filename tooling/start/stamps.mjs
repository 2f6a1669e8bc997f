import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const NOT_SOURCE = new Set([
  "node_modules",
  "dist",
  "generated",
  "test-results",
  "playwright-report",
]);

/**
 * A hash over the names and contents of files; folders are walked, leaving out what builds produce.
 * @param {string} root
 * @param {readonly string[]} places files and folders, relative to the root
 * @param {readonly string[]} [extra] further texts that the result depends on
 */
export function hashOf(root, places, extra = []) {
  const hash = createHash("sha256");
  for (const text of extra) {
    hash.update(`${text}\0`);
  }
  /** @param {string} place */
  const add = (place) => {
    hash.update(`${place}\0`);
    hash.update(readFileSync(path.join(root, place)));
  };
  /** @param {string} folder */
  const walk = (folder) => {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory() && !NOT_SOURCE.has(entry.name) && !entry.name.startsWith(".")) {
        walk(`${folder}/${entry.name}`);
      } else if (
        entry.isFile() &&
        entry.name !== "next-env.d.ts" &&
        !entry.name.endsWith(".tsbuildinfo")
      ) {
        add(`${folder}/${entry.name}`);
      }
    }
  };
  for (const place of places) {
    if (place.includes(".")) {
      add(place);
    } else {
      walk(place);
    }
  }
  return hash.digest("hex");
}

/**
 * Remembers, below node_modules, for which input a step was last done.
 * @param {string} root
 * @param {string} step
 */
export function stamp(root, step) {
  const folder = path.join(root, "node_modules", ".stamps");
  const file = path.join(folder, step);
  return {
    /** @param {string} hash */
    matches: (hash) => existsSync(file) && readFileSync(file, "utf8") === hash,
    /** @param {string} hash */
    set(hash) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, hash);
    },
  };
}
