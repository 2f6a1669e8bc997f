import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { commandLineOf } from "./running.mjs";
import { childrenOf, freePorts, makeFakeRepository, runStart } from "./testing/fake-repository.mjs";

const SLOW = { timeout: 120_000 };

/** @type {(() => unknown)[]} */
const cleanups = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) {
    await cleanup();
  }
});

/** @param {Record<string, string>} [changes] */
function fakeRepository(changes) {
  const repository = makeFakeRepository(changes);
  cleanups.push(repository.remove);
  return repository;
}

/**
 * @param {string} root
 * @param {Record<string, string>} env
 */
function start(root, env) {
  const run = runStart(root, env);
  cleanups.push(async () => {
    run.kill("SIGTERM");
    await run.exited;
  });
  return run;
}

// A dead process that nobody has waited for still has a number, but no command line.
const isAlive = (/** @type {number} */ pid) => commandLineOf(pid) !== "";

/** @param {string | undefined} port @returns {Promise<Record<string, string>>} what a fake part was given */
async function environmentOf(port) {
  const response = await fetch(`http://localhost:${port}/`);
  return JSON.parse(await response.text());
}

describe("npm start", SLOW, () => {
  it("starts everything, tells where it is, and stops it all on a signal", async () => {
    const { root } = fakeRepository();
    const ports = await freePorts();
    const first = start(root, ports);
    const output = await first.says("Ready in");
    expect(output).toContain("seeding foundation");
    expect(await first.says("seeding demo")).not.toContain("not for people");
    expect(output).toMatch(/admin@kontak\.test \/ \S{16}/);
    expect(output).toContain("demo1@kontak.test / Kontak-demo-2026");
    const env = await environmentOf(ports.PORT_GALLERY);
    expect(env).toMatchObject({
      NODE_ENV: "production",
      OTO_ENV: "development",
      OTO_API_URL: `http://localhost:${ports.PORT_API}`,
      NEXTAUTH_URL: `http://localhost:${ports.PORT_GALLERY}`,
    });
    expect(statSync(path.join(root, ".data/secrets.json")).mode & 0o777).toBe(0o600);
    const children = Object.values(childrenOf(path.join(root, ".data")));
    expect(children).toHaveLength(6);

    first.kill("SIGINT");
    expect(await first.exited).toBe(0);
    expect(children.filter(({ pid }) => isAlive(pid))).toEqual([]);

    const second = start(root, ports);
    await second.says("Ready in");
    expect(await environmentOf(ports.PORT_API)).toMatchObject({
      DATABASE_URL: env.DATABASE_URL,
      OTO_SECRET: env.OTO_SECRET,
    });
    expect(second.output()).not.toContain("Building");
  });

  it("stops what it has begun when it is interrupted on the way", async () => {
    const { root } = fakeRepository({
      "packages/db/dist/migrate.mjs": "setInterval(() => {}, 1000);",
    });
    const run = start(root, await freePorts());
    await run.says("database: ready");
    const { postgres } = childrenOf(path.join(root, ".data"));
    run.kill("SIGTERM");
    expect(await run.exited).toBe(130);
    expect(isAlive(postgres?.pid ?? 0)).toBe(false);
    expect(run.output()).not.toContain("✗");
  });

  it("says everything that is wrong at once, one line each", async () => {
    const { root } = fakeRepository();
    const ports = await freePorts();
    const other = createServer().listen(Number(ports.PORT_API));
    cleanups.push(() => other.close());
    writeFileSync(path.join(root, "a-file"), "");
    const run = start(root, {
      ...ports,
      PORT_GALLERY: "many",
      OTO_DATA_DIR: "a-file/below",
      OTO_DEMO: "yes",
      OTO_RATE_LIMITS: "off",
      NODE_ENV: "production",
      SUPERADMIN_EMAIL: "nobody",
      DATABASE_URL: "mysql://root:secret@localhost/x",
    });
    expect(await run.exited).toBe(1);
    expect(run.output().trim().split("\n")).toEqual([
      "✗ PORT_GALLERY=many is not a port number (1 to 65535)",
      "✗ OTO_DEMO=yes is not one of 0, 1",
      "✗ OTO_RATE_LIMITS=off is refused in production",
      "✗ DATABASE_URL is not a URL that begins with postgres:// or postgresql://",
      "✗ SUPERADMIN_EMAIL=nobody is not an e-mail address",
      `✗ OTO_DATA_DIR=${root}/a-file/below cannot be written (ENOTDIR)`,
      `✗ port ${ports.PORT_API} is taken by another program: set PORT_API to a free one`,
    ]);
  });

  it("refuses a second start on the same data in one line", async () => {
    const { root } = fakeRepository();
    const first = start(root, await freePorts());
    await first.says("Ready in");
    const second = start(root, await freePorts());
    expect(await second.exited).toBe(1);
    expect(second.output().trim()).toMatch(
      /^✗ the platform already runs on \S+ \(process \d+\).*$/,
    );
  });

  it("brings back a part that falls and a database that is killed", async () => {
    const { root } = fakeRepository();
    const ports = await freePorts();
    const run = start(root, ports);
    await run.says("Ready in");
    await fetch(`http://localhost:${ports.PORT_WORKERS}/fall`).catch(() => undefined);
    await run.says("workers stopped (exit code 7): starting it again in 1 s");
    await run.says("workers is back after");
    process.kill(childrenOf(path.join(root, ".data")).postgres?.pid ?? 0, "SIGKILL");
    await run.says("the database stopped unexpectedly: starting it again");
    await run.says("the database is back after");
    run.kill("SIGTERM");
    expect(await run.exited).toBe(0);
  });

  it("leaves nothing running when it is killed, and starts again", async () => {
    const { root } = fakeRepository();
    const ports = await freePorts();
    const first = start(root, ports);
    await first.says("Ready in");
    const children = Object.values(childrenOf(path.join(root, ".data")));
    first.kill("SIGKILL");
    await first.exited;
    await expect
      .poll(() => children.filter(({ pid }) => isAlive(pid)), { timeout: 15_000 })
      .toEqual([]);

    const second = start(root, ports);
    await second.says("Ready in");
  });

  it("stops what a start killed together with its guard left behind", async () => {
    const { root } = fakeRepository();
    const dataFolder = path.join(root, ".data");
    const left = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      stdio: "ignore",
    });
    cleanups.push(() => left.kill("SIGKILL"));
    const pid = left.pid ?? 0;
    await expect.poll(() => commandLineOf(pid)).toContain("setInterval");
    mkdirSync(dataFolder);
    const record = { pid: 0, command: "", children: { api: { pid, command: commandLineOf(pid) } } };
    writeFileSync(path.join(dataFolder, "running.json"), JSON.stringify(record));

    const run = start(root, await freePorts());
    await run.says("stopped what an earlier run left behind: api");
    expect(isAlive(pid)).toBe(false);
    await run.says("Ready in");
  });

  it("leaves a process alone that only has the number of an earlier one", async () => {
    const { root } = fakeRepository();
    const dataFolder = path.join(root, ".data");
    mkdirSync(dataFolder);
    const { pid } = process;
    const record = {
      pid,
      command: "another program",
      children: { api: { pid, command: "another program" } },
    };
    writeFileSync(path.join(dataFolder, "running.json"), JSON.stringify(record));
    const run = start(root, await freePorts());
    await run.says("Ready in");
    expect(run.output()).not.toContain("left behind");
  });

  it("gives up on a part that cannot start, showing why", async () => {
    const { root } = fakeRepository({
      "apps/api/dist/main.mjs":
        'console.error("LOG_LEVEL=loud is not a level");\nprocess.exit(1);\n',
    });
    const run = start(root, await freePorts());
    expect(await run.exited).toBe(1);
    expect(run.output()).toContain("✗ api does not start");
    expect(run.output()).toContain("LOG_LEVEL=loud is not a level");
    expect(() => childrenOf(path.join(root, ".data"))).toThrow("ENOENT");
    expect(readFileSync(path.join(root, ".data/logs/api.log"), "utf8")).toContain("LOG_LEVEL");
  });

  it("builds again only when a source file changed", async () => {
    const { root } = fakeRepository();
    const ports = await freePorts();
    const first = start(root, ports);
    await first.says("Ready in");
    expect(first.output()).toContain("Building");
    first.kill("SIGTERM");
    await first.exited;
    writeFileSync(path.join(root, "apps/api/new.ts"), "");
    const second = start(root, ports);
    await second.says("Ready in");
    expect(second.output()).toContain("Building");
  });
});
