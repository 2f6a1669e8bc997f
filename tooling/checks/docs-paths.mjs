// Documentation names only files and commands that exist.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "./source-files.mjs";

const PATH =
  /^(?:\.\/)?((?:apps|packages|tooling|e2e|docs|deploy|\.ci)(?:\/[^\s`]*)?|[\w.-]+\.md|(?:biome|turbo|knip|package|package-lock)\.json)$/;
const FLAGS_WITH_VALUE = /(?:-w|--workspace)[= ](\S+)/;

/** @param {string} pattern a path segment with `*`, `<name>` or `{a,b}` */
const isPattern = (pattern) => /[*<{…]/.test(pattern);

/**
 * @param {string} root
 * @param {string} wanted
 */
function pathExists(root, wanted) {
  let folders = [root];
  for (const segment of wanted
    .replace(/[:#].*$/, "")
    .split("/")
    .filter(Boolean)) {
    if (segment.includes("<") || segment.includes("…")) {
      return true; // What follows a placeholder is the reader's own.
    }
    folders = folders.flatMap((folder) => {
      if (!isPattern(segment)) {
        const next = path.join(folder, segment);
        return existsSync(next) ? [next] : [];
      }
      const source = segment
        .replace(/[.+^$()|[\]\\]/g, "\\$&")
        .replace(/\*+/g, ".*")
        .replace(/\{([^}]*)\}/g, (_, list) => `(?:${list.replaceAll(",", "|")})`);
      const matches = new RegExp(`^${source}$`);
      return existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => matches.test(name))
            .map((name) => path.join(folder, name))
        : [];
    });
  }
  return folders.length > 0;
}

/**
 * @param {string} root
 * @param {string} command
 */
function scriptExists(root, command) {
  const script = /\bnpm (?:run )?([\w:-]+)/.exec(command)?.[1] ?? "";
  const workspace = FLAGS_WITH_VALUE.exec(command)?.[1];
  const folder = workspace?.replace("@oto/", "");
  const manifests = (folder === undefined ? [""] : [`packages/${folder}`, `apps/${folder}`, folder])
    .map((at) => path.join(root, at, "package.json"))
    .filter((file) => existsSync(file));
  return manifests.some((file) => {
    const { scripts = {} } = JSON.parse(readFileSync(file, "utf8"));
    return script in scripts;
  });
}

/**
 * @param {string} root
 * @param {string} page path of the page in the repository
 * @param {string} text
 * @returns {string[]}
 */
export function deadNamesIn(root, page, text) {
  /** @type {string[]} */
  const problems = [];
  let fenced = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\s*```/.test(line)) {
      fenced = !fenced;
      continue;
    }
    const at = `${page}:${index + 1}`;
    const quoted = fenced ? [] : [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
    for (const token of quoted) {
      const named = PATH.exec(token.trim())?.[1];
      if (
        named !== undefined &&
        !pathExists(root, named) &&
        !pathExists(path.dirname(path.join(root, page)), named)
      ) {
        problems.push(`${at} names ${named}, which does not exist`);
      }
    }
    for (const command of fenced ? [line] : quoted) {
      if (/\bnpm (run [\w:-]+|start|test)\b/.test(command) && !scriptExists(root, command)) {
        problems.push(`${at} names \`${command.trim()}\`, which is no script`);
      }
    }
    for (const [, target = ""] of fenced ? [] : line.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (!/^([a-z]+:|#)/.test(target)) {
        const file = path.join(root, path.dirname(page), target.replace(/#.*$/, ""));
        if (!existsSync(file)) {
          problems.push(`${at} links to ${target}, which does not exist`);
        }
      }
    }
  }
  return problems;
}

/** @type {import("./main.mjs").Check} */
export function docsPaths(root) {
  const pages = ["README.md", "CONTRIBUTING.md"].filter((page) =>
    existsSync(path.join(root, page)),
  );
  if (existsSync(path.join(root, "docs"))) {
    pages.push(...filesBelow(root, ["docs"], /\.md$/));
  }
  return {
    looked: pages.length,
    problems: pages.flatMap((page) =>
      deadNamesIn(root, page, readFileSync(path.join(root, page), "utf8")),
    ),
  };
}
