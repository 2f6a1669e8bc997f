// Who may import whom, as docs/ARCHITECTURE.md draws it. Cycles between files are Biome's business;
// between packages they cannot form, because this table has none.
import { readFileSync } from "node:fs";
import path from "node:path";
import { importsOf } from "./imports.mjs";
import { filesBelow, SOURCE_FILE, SOURCE_FOLDERS } from "./source-files.mjs";

const SERVER_SIDE = ["domain", "events", "db", "adapters", "services", "observability", "trpc"];
const FRONT_END = ["domain", "trpc", "ui"];

/** @type {Record<string, readonly string[]>} */
export const MAY_IMPORT = {
  "packages/domain": [],
  "packages/ui": [],
  "packages/observability": [],
  "packages/events": ["domain"],
  "packages/adapters": ["domain", "events", "observability"],
  "packages/db": ["domain", "events"],
  "packages/services": ["db", "adapters", "events", "domain", "observability"],
  "packages/trpc": ["domain"],
  "packages/testing": [...SERVER_SIDE],
  "apps/api": SERVER_SIDE,
  "apps/workers": SERVER_SIDE,
  "apps/landing": FRONT_END,
  "apps/admin": FRONT_END,
  "apps/gallery": FRONT_END,
  e2e: ["domain", "testing"],
  faults: [...SERVER_SIDE, "testing"],
  races: [...SERVER_SIDE, "testing"],
  bench: [...SERVER_SIDE, "testing"],
};

const FRONT_END_APPS = new Set(["apps/landing", "apps/admin", "apps/gallery"]);
const TEST_FILE = /\.(test|contract|fixture)\.tsx?$|\/src\/testing\//;

/** @param {string} file */
function workspaceOf(file) {
  return Object.keys(MAY_IMPORT).find((workspace) => file.startsWith(`${workspace}/`));
}

/**
 * @param {string} workspace
 * @param {string} file
 * @param {import("./imports.mjs").Import} found
 * @returns {string | undefined} what is wrong with the import
 */
function problemWith(workspace, file, { specifier, typeOnly }) {
  if (specifier.startsWith(".")) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
    const mayReachTooling =
      workspace === "packages/testing" ||
      file.endsWith(".config.ts") ||
      ["e2e", "faults"].includes(workspace);
    if (target.startsWith(`${workspace}/`) || (mayReachTooling && target.startsWith("tooling/"))) {
      return undefined;
    }
    return `leaves its workspace by the relative path ${specifier}`;
  }
  if (!specifier.startsWith("@oto/")) {
    return undefined;
  }
  const name = specifier.split("/")[1] ?? "";
  if (`packages/${name}` === workspace || `apps/${name}` === workspace) {
    return `imports itself as ${specifier}: use a relative path`;
  }
  if (MAY_IMPORT[workspace]?.includes(name)) {
    return undefined;
  }
  if (name === "testing" && TEST_FILE.test(file)) {
    return undefined;
  }
  if (name === "api" && FRONT_END_APPS.has(workspace)) {
    return typeOnly ? undefined : `may only \`import type\` from ${specifier}`;
  }
  return `may not import ${specifier}`;
}

/**
 * @param {string} file path in the repository
 * @param {string} text
 * @returns {string[]} one line a violation
 */
export function violationsIn(file, text) {
  const workspace = workspaceOf(file);
  if (workspace === undefined) {
    return [`${file}: belongs to no workspace of the import table`];
  }
  return importsOf(file, text).flatMap((found) => {
    const problem = problemWith(workspace, file, found);
    return problem === undefined ? [] : [`${file}:${found.line} ${problem}`];
  });
}

/** @type {import("./main.mjs").Check} */
export function importDirection(root) {
  const files = filesBelow(root, SOURCE_FOLDERS, SOURCE_FILE);
  return {
    looked: files.length,
    problems: files.flatMap((file) =>
      violationsIn(file, readFileSync(path.join(root, file), "utf8")),
    ),
  };
}
