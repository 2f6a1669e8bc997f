// Builds and starts the images without an engine: every RUN, COPY, CMD and HEALTHCHECK of the
// Dockerfiles, by hand, in a folder that stands for each stage's root:
// `node deploy/docker/verify.mjs [server | landing | admin | gallery …] [--keep]`.
// The base image itself is not part of it: programs come from this machine.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { buildImage } from "./verify/build.mjs";
import { Container } from "./verify/container.mjs";
import { startDatabase } from "./verify/database.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const IMAGES = ["server", "landing", "admin", "gallery"];
const SECRET = "verify-secret-verify-secret-verify-secret";

const asked = argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = asked.filter((name) => !IMAGES.includes(name));
if (unknown.length > 0) {
  console.error(`no such image: ${unknown.join(", ")} (there are ${IMAGES.join(", ")})`);
  exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), "kontak-images-"));
execFileSync("chmod", ["755", folder]);

/** @param {string} where */
const sizeOf = (where) =>
  `${execFileSync("du", ["-sm", where], { encoding: "utf8" }).split("\t")[0]} MB`;

/** @param {import("./verify/build.mjs").Image} image */
async function verifyServer(image) {
  const database = await startDatabase(path.join(folder, "database"));
  const env = {
    DATABASE_URL: database.url,
    OTO_SECRET_FILE: "/app/data/secret",
    SUPERADMIN_EMAIL: "admin@kontak.test",
    SUPERADMIN_PASSWORD: "Verify-images-2026",
    PORT_API: "5900",
    PORT_WORKERS: "5901",
  };
  const container = (/** @type {string[] | undefined} */ command, more = {}) =>
    new Container(image, { env: { ...env, ...more }, command });
  image.write("data/secret", `${SECRET}\n`);
  try {
    await container(["node", "packages/db/dist/migrate.mjs"]).finish();
    await container(["node", "apps/workers/dist/seed.mjs", "foundation"]).finish();
    await container(undefined).untilHealthy();
    await container(["node", "apps/workers/dist/main.mjs"], { HEALTH_PORT: "5901" }).untilHealthy();
  } finally {
    await database.stop();
  }
}

/** @param {import("./verify/build.mjs").Image} image */
async function verifySite(image) {
  image.write("secret", `${SECRET}\n`);
  const env = { OTO_SECRET_FILE: "/app/secret", NEXTAUTH_SECRET_FILE: "/app/secret", PORT: "5902" };
  await new Container(image, { env }).untilHealthy();
}

let failed = false;
for (const name of asked.length > 0 ? asked : IMAGES) {
  const started = performance.now();
  const server = name === "server";
  const file = path.join(root, `deploy/docker/${server ? "server" : "site"}.Dockerfile`);
  try {
    const image = await buildImage(
      { root, folder: path.join(folder, name), args: server ? {} : { APP: name } },
      readFileSync(file, "utf8"),
    );
    await (server ? verifyServer(image) : verifySite(image));
    const seconds = Math.round((performance.now() - started) / 1_000);
    console.log(`✓ ${name}: ${sizeOf(image.root)} above the base image, ${seconds} s`);
  } catch (error) {
    failed = true;
    console.error(`✗ ${name}: ${error instanceof Error ? error.message : error}`);
  }
}
if (argv.includes("--keep")) {
  console.log(`kept in ${folder}`);
} else {
  rmSync(folder, { recursive: true, force: true });
}
exit(failed ? 1 : 0);
