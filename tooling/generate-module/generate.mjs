import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { fill, namesOf } from "./names.mjs";
import { REGISTRATIONS } from "./registrations.mjs";

const templates = fileURLToPath(new URL("templates", import.meta.url));

/** The folder name of the next migration sorts after every other. @param {string} root */
function nextTimestamp(root) {
  const folder = path.join(root, "packages/db/prisma/migrations");
  const last = readdirSync(folder)
    .map((name) => Number(name.slice(0, 14)))
    .filter(Number.isInteger)
    .reduce((a, b) => Math.max(a, b), 0);
  const now = Number(new Date().toISOString().replace(/\D/g, "").slice(0, 14));
  return String(Math.max(now, last + 1));
}

/**
 * What a new module adds to the repository and changes in it, without writing anything.
 * @param {string} root
 * @param {string} name such as `price-alert`
 * @returns {Map<string, string>} contents by path
 * @throws Error when the name cannot be used or is taken
 */
export function planModule(root, name) {
  const names = namesOf(name);
  const timestamp = nextTimestamp(root);
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const entry of readdirSync(templates, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const template = path.join(entry.parentPath, entry.name);
      const file = fill(path.relative(templates, template), names, timestamp);
      files.set(file, fill(readFileSync(template, "utf8"), names, timestamp));
    }
  }
  const isTaken = (/** @type {string} */ file) => {
    const folder = path.dirname(file);
    return existsSync(path.join(root, path.basename(folder) === name ? folder : file));
  };
  const taken = [...files.keys()].filter(isTaken);
  if (taken.length > 0) {
    throw new Error(`there is a module ${name} already: ${taken[0]}`);
  }
  for (const [file, register] of Object.entries(REGISTRATIONS)) {
    files.set(file, register(readFileSync(path.join(root, file), "utf8"), names));
  }
  return files;
}

/**
 * @param {string} root
 * @param {Map<string, string>} files
 */
export function writeFiles(root, files) {
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}
