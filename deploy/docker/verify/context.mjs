// What `docker build .` would send: the files that git knows or would know, less .dockerignore.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

/** @param {string} pattern of .dockerignore */
function matcherOf(pattern) {
  const [anywhere, rest] = pattern.startsWith("**/")
    ? ["(?:.*/)?", pattern.slice(3)]
    : ["", pattern];
  const source = `${anywhere}${rest
    .replaceAll(/[.+^$()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]*")}`;
  return new RegExp(`^${source}(?:/|$)`);
}

/**
 * @param {string} text of .dockerignore
 * @returns {(file: string) => boolean} whether a file is left out
 */
export function readIgnore(text) {
  const rules = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ keep: line.startsWith("!"), matches: matcherOf(line.replace(/^!/, "")) }));
  return (file) =>
    rules.reduce((out, { keep, matches }) => (matches.test(file) ? !keep : out), false);
}

/** @param {string} root @returns {string[]} */
export function contextFiles(root) {
  const ignored = readIgnore(readFileSync(path.join(root, ".dockerignore"), "utf8"));
  const options = { cwd: root, encoding: /** @type {const} */ ("utf8"), maxBuffer: 1 << 26 };
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], options);
  const deleted = new Set(execFileSync("git", ["ls-files", "-d"], options).split("\n"));
  return listed.split("\n").filter((file) => file !== "" && !deleted.has(file) && !ignored(file));
}
