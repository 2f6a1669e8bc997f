// Copies what some bundles need at run time into a folder: the packages they import, and what those
// depend on. npm installs far more than that (peers such as command line tools, types):
// `node deploy/docker/runtime-packages.mjs <out> <bundle> [<bundle> …]`, from the root.
import { cpSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { argv } from "node:process";

/** What packages ship for builders or for other databases and engines. */
const DEAD_WEIGHT = [
  /\.(map|d\.[cm]?ts|md|markdown)$/,
  /\/@prisma\/client\/runtime\/.*\.(mysql|sqlite|sqlserver|cockroachdb)\./,
  /\/@prisma\/client\/(generator-build|scripts)$/,
];

const IMPORT = /\b(?:from|import|require|resolve)\s*\(?\s*["']([^."'/][^"']*)["']/g;

/** @param {string} specifier `@scope/name/deep` or `name/deep` */
const packageOf = (specifier) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/**
 * Where Node would find a package, looking from a folder upwards.
 * @param {string} name
 * @param {string} from relative to the root
 * @returns {string | undefined} its folder, relative to the root
 */
function find(name, from) {
  for (let folder = from; ; folder = path.posix.dirname(folder)) {
    const place = path.posix.join(folder, "node_modules", name);
    if (existsSync(path.join(place, "package.json"))) {
      return place;
    }
    if (folder === ".") {
      return undefined;
    }
  }
}

/**
 * @param {string[]} bundles relative to the root
 * @returns {Set<string>} folders of packages
 */
export function closureOf(bundles) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} name @param {string} from */
  const add = (name, from) => {
    const place = find(name, from);
    if (place === undefined || found.has(place)) {
      return;
    }
    found.add(place);
    const manifest = JSON.parse(readFileSync(path.join(place, "package.json"), "utf8"));
    const { dependencies = {}, optionalDependencies = {} } = manifest;
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
      add(needed, place);
    }
  };
  for (const bundle of bundles) {
    for (const [, specifier = ""] of readFileSync(bundle, "utf8").matchAll(IMPORT)) {
      add(packageOf(specifier), path.posix.dirname(bundle));
    }
  }
  return found;
}

if (import.meta.filename === path.resolve(argv[1] ?? "")) {
  const [out = "", ...bundles] = argv.slice(2);
  if (bundles.length === 0) {
    console.error("usage: runtime-packages.mjs <out> <bundle> [<bundle> …]");
    process.exit(1);
  }
  const packages = closureOf(bundles);
  for (const place of packages) {
    cpSync(place, path.join(out, place), {
      recursive: true,
      filter: (source) =>
        // Nested packages are in the list themselves where they are needed.
        !source.slice(place.length).includes("/node_modules") &&
        !DEAD_WEIGHT.some((pattern) => pattern.test(source.replaceAll("\\", "/"))),
    });
  }
  console.log(`${packages.size} packages for ${bundles.length} bundles`);
}
