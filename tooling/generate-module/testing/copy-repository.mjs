import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const NOT_COPIED = new Set(["node_modules", "dist", "generated", ".next", ".turbo"]);
const COPIED = [
  "apps/api",
  "deploy",
  "packages",
  "tooling",
  "docs",
  "biome.json",
  ".gitignore",
  "package.json",
  "vitest.config.ts",
];

/**
 * A copy of the repository's sources that can be changed and tested: packages from npm are those of
 * the repository, our own are those of the copy.
 */
export function copyRepository() {
  const root = mkdtempSync(path.join(tmpdir(), "kontak-module-"));
  for (const place of COPIED) {
    cpSync(path.join(repository, place), path.join(root, place), {
      recursive: true,
      filter: (from) => !NOT_COPIED.has(path.basename(from)),
    });
  }
  linkPackages(root, "node_modules");
  for (const workspace of [
    "apps/api",
    ...readdirSync(path.join(root, "packages")).map((name) => `packages/${name}`),
  ]) {
    linkPackages(root, path.join(workspace, "node_modules"));
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/**
 * @param {string} root
 * @param {string} place a node_modules folder
 */
function linkPackages(root, place) {
  /** @type {string[]} */
  let names = [];
  try {
    names = readdirSync(path.join(repository, place));
  } catch {
    return; // Most workspaces have no packages of their own.
  }
  mkdirSync(path.join(root, place), { recursive: true });
  for (const name of names.filter((each) => each !== "@oto" && each !== ".stamps")) {
    symlinkSync(path.join(repository, place, name), path.join(root, place, name));
  }
  if (names.includes("@oto")) {
    // These links are relative, so they lead into the copy.
    cpSync(path.join(repository, place, "@oto"), path.join(root, place, "@oto"), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}
