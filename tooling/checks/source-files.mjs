import { readdirSync } from "node:fs";
import path from "node:path";

const SKIPPED = new Set([
  "node_modules",
  "dist",
  "generated",
  "test-results",
  "playwright-report",
  "coverage",
  "templates",
]);

/**
 * Files below some folders of the repository, as paths relative to it with forward slashes. Folders
 * of build output, generated code and those that begin with a dot are left out.
 * @param {string} root
 * @param {readonly string[]} folders
 * @param {RegExp} wanted matched against the relative path
 * @returns {string[]}
 */
export function filesBelow(root, folders, wanted) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const at = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !entry.name.startsWith(".")) {
          walk(at);
        }
      } else if (wanted.test(at)) {
        found.push(at);
      }
    }
  };
  for (const folder of folders) {
    walk(folder);
  }
  return found.sort();
}

export const SOURCE_FOLDERS = ["apps", "packages", "e2e"];
export const SOURCE_FILE = /\.(ts|tsx|mts|mjs)$/;
