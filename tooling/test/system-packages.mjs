// Programs that tests need and npm does not bring. On Debian, as root, they are installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
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

/** @param {string} name */
function installWithApt(name) {
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall) {
    return false;
  }
  console.log(`Installing the Debian package ${name} …`);
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", ["-qq", ...args], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", name);
}

/**
 * @param {string} root
 * @returns {Promise<string | undefined>} why browser tests cannot run
 */
export async function browserProblem(root) {
  if ((await hasBrowser(root)) || (installWithApt("chromium") && (await hasBrowser(root)))) {
    return undefined;
  }
  return "there is no Chromium: install the package chromium, or run `npx playwright install chromium`";
}
