/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 * @property {string} [resolved]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */
/** @typedef {{ packages: Record<string, Entry> }} Lock */

const SYSTEMS = new Map([
  ["android", "android"],
  ["darwin", "darwin"],
  ["freebsd", "freebsd"],
  ["linux", "linux"],
  ["openharmony", "openharmony"],
  ["win32", "win32"],
  ["windows", "win32"],
]);

const PROCESSORS = new Map([
  ["64", "x64"],
  ["arm", "arm"],
  ["arm64", "arm64"],
  ["ia32", "ia32"],
  ["ppc64", "ppc64"],
  ["riscv64", "riscv64"],
  ["s390x", "s390x"],
  ["wasm32", "wasm32"],
  ["x64", "x64"],
]);

/**
 * Which machines a package is for, by the last words of its name.
 * @param {string} name such as `@scope/tool-linux-x64-musl`
 * @returns {Pick<Entry, "os" | "cpu" | "libc">} without a processor when the name says nothing
 */
export function platformOf(name) {
  const words = (name.split("/").at(-1) ?? "").split("-");
  const system = words.map((word) => SYSTEMS.get(word)).find(Boolean);
  const processor = words.map((word) => PROCESSORS.get(word)).find(Boolean);
  const musl = words.some((word) => word.startsWith("musl"));
  const glibc = words.some((word) => word.startsWith("gnu"));
  return {
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(system === undefined ? {} : { os: [system] }),
    ...(musl ? { libc: ["musl"] } : {}),
    ...(glibc && system === "linux" ? { libc: ["glibc"] } : {}),
  };
}

/**
 * @param {Lock} lock
 * @param {string} place of the package that depends
 * @param {string} name
 */
function isLocked({ packages }, place, name) {
  for (let at = place; ; ) {
    if (packages[at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`] !== undefined) {
      return true;
    }
    if (at === "") {
      return false;
    }
    const end = at.lastIndexOf("/node_modules/");
    at = end === -1 ? "" : at.slice(0, end);
  }
}

/**
 * @param {Lock} lock
 * @returns {{ name: string, version: string, dev: boolean }[]} optional packages it has no entry for
 */
export function missingFrom(lock) {
  return Object.entries(lock.packages).flatMap(([place, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(lock, place, name))
      .map(([name, version]) => ({ name, version, dev: dev === true })),
  );
}

/**
 * Adds the missing entries, in npm's order.
 * @param {Lock} lock changed in place
 * @returns {string[]} names of what was added
 */
export function completeLock(lock) {
  const missing = missingFrom(lock);
  for (const { name, version, dev } of missing) {
    const platform = platformOf(name);
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) || platform.cpu === undefined) {
      throw new Error(`${name}@${version} has to be locked by npm itself, on a complete registry`);
    }
    const { cpu, libc, os } = platform;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu === undefined ? {} : { cpu }),
      ...(dev ? { dev } : {}),
      ...(libc === undefined ? {} : { libc }),
      optional: true,
      ...(os === undefined ? {} : { os }),
    };
  }
  const order = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(order);
  return missing.map(({ name, version }) => `${name}@${version}`);
}
