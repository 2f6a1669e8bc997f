// Programs that tests need and npm does not bring. On Debian, as root, they are installed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** @param {string} root @returns {Promise<boolean>} */
async function hasBrowser(root) {
  if (CHROMIUM.some((file) => existsSync(file))) {
    return true;
  }
  const entry = path.join(root, "node_modules/@playwright/test/index.mjs");
  const { chromium } = await import(pathToFileURL(entry).href);
  return existsSync(chromium.executablePath());
}

/**
 * Servers that tests start by themselves, on ports and folders of their own.
 * @type {readonly { program: string | RegExp, packages: readonly string[] }[]}
 */
const SERVERS = [
  { program: "redis-server", packages: ["redis-server"] },
  { program: "/usr/lib/rabbitmq/bin/rabbitmq-server", packages: ["rabbitmq-server"] },
  { program: /^\/usr\/lib\/postgresql\/\d+\/bin\/pg_basebackup$/, packages: ["postgresql"] },
  { program: "haproxy", packages: ["haproxy"] },
  { program: "radosgw", packages: ["radosgw"] },
  { program: "ceph-mon", packages: ["ceph-mon"] },
  { program: "ceph-osd", packages: ["ceph-osd"] },
  { program: "rclone", packages: ["rclone"] },
  { program: "faketime", packages: ["faketime"] },
];
const PLACES = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** @param {string | RegExp} program */
function isThere(program) {
  if (program instanceof RegExp) {
    const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
    return versions.some((version) => {
      const file = `/usr/lib/postgresql/${version}/bin/pg_basebackup`;
      return program.test(file) && existsSync(file);
    });
  }
  const places = [...(process.env.PATH ?? "").split(":").filter(Boolean), ...PLACES];
  return program.startsWith("/")
    ? existsSync(program)
    : places.some((place) => existsSync(path.join(place, program)));
}

/** @param {readonly string[]} names of Debian packages @returns {boolean} whether it worked */
function installWithApt(names) {
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall) {
    return false;
  }
  console.log(`Installing the Debian packages ${names.join(", ")} …`);
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", ["-qq", ...args], {
      stdio: ["ignore", "inherit", "inherit"],
      // The tests start what they need; no server is to run beside them after an install.
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    }).status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", ...names);
}

/**
 * Installs what is missing of the servers, where it may.
 * @returns {Promise<string | undefined>} why tests that need them cannot run
 */
export async function serversProblem() {
  const missing = () => SERVERS.filter(({ program }) => !isThere(program));
  const names = missing().flatMap(({ packages }) => packages);
  if (names.length > 0) {
    installWithApt(names);
  }
  const left = missing().flatMap(({ packages }) => packages);
  return left.length === 0
    ? undefined
    : `servers are missing: install the Debian packages ${left.join(", ")}`;
}

/**
 * @param {string} root
 * @returns {Promise<string | undefined>} why browser tests cannot run
 */
export async function browserProblem(root) {
  if ((await hasBrowser(root)) || (installWithApt(["chromium"]) && (await hasBrowser(root)))) {
    return undefined;
  }
  return "there is no Chromium: install the package chromium, or run `npx playwright install chromium`";
}
