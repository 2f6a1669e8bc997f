// Brings the parts up in order and takes them down in the reverse order.
import path from "node:path";
import { clusterDefinitions } from "./cluster/parts.mjs";
import { startServices } from "./cluster/services.mjs";
import { startDatabase } from "./database.mjs";
import { Part } from "./part.mjs";
import { definitions, MIGRATE, program, sharedEnvironment } from "./parts.mjs";
import { run } from "./run.mjs";
import { readSecrets } from "./secrets.mjs";
import { seedDemo, seedFoundation } from "./seed.mjs";
import { note, since, warn } from "./terminal.mjs";

export class Platform {
  /** @type {Promise<import("./database.mjs").Database> | undefined} */
  #database;
  /** @type {Promise<{ env: Record<string, string>, part: Part | undefined }> | undefined} */
  #services;
  /** @type {Part[][]} groups in the order of starting, the sites last */
  #groups = [];

  /**
   * @param {object} given
   * @param {string} given.root
   * @param {import("./variables.mjs").Settings} given.settings
   * @param {boolean} given.dev
   * @param {AbortSignal} given.signal stops what is under way
   * @param {(name: string, pid: number) => void} given.onPid
   * @param {(error: unknown) => void} given.onLost something that the platform needs does not come back
   */
  constructor({ root, settings, dev, signal, onPid, onLost }) {
    this.root = root;
    this.settings = settings;
    this.dev = dev;
    this.signal = signal;
    this.onPid = onPid;
    this.onLost = onLost;
  }

  /** @param {import("./secrets.mjs").Secrets} secrets */
  async #startDatabase(secrets) {
    const { databaseUrl, dataFolder } = this.settings;
    if (databaseUrl !== undefined) {
      return databaseUrl;
    }
    const started = performance.now();
    this.#database = startDatabase({
      dataFolder,
      secrets,
      onPid: (pid) => this.onPid("postgres", pid),
      onLost: this.onLost,
    });
    const { url } = await this.#database;
    note(`database: ready in ${since(started)}`);
    return url;
  }

  /**
   * What the platform stands on: its database, and in a cluster the other services.
   * @param {import("./secrets.mjs").Secrets} secrets
   * @returns {Promise<Record<string, string>>} variables that name them
   */
  async #startFoundation(secrets) {
    const { cluster, dataFolder, databaseUrl } = this.settings;
    if (cluster === undefined) {
      return { DATABASE_URL: await this.#startDatabase(secrets) };
    }
    const { root, onPid } = this;
    this.#services = startServices({ root, dataFolder, cluster, secrets, onPid });
    const { env } = await this.#services;
    return { ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }), ...env };
  }

  /** @param {Record<string, string>} env */
  #migrate(env) {
    return run({
      name: "migrating the database",
      command: process.execPath,
      args: program(this.root, MIGRATE, { dev: this.dev }),
      cwd: this.root,
      env: { ...process.env, ...env },
      log: path.join(this.settings.dataFolder, "logs", "migrate.log"),
      signal: this.signal,
    });
  }

  /** @param {Part} part */
  async #ready(part) {
    const started = performance.now();
    await part.whenReady();
    if (!this.signal.aborted) {
      note(`${part.definition.name}: ready in ${since(started)}`);
    }
  }

  /**
   * Starts everything; resolves when all of it answers and the database is filled.
   * @returns {Promise<{ email: string, password: string | undefined }>} of the superadmin
   */
  async start() {
    const { dataFolder } = this.settings;
    const secrets = readSecrets(dataFolder);
    const foundation = await this.#startFoundation(secrets);
    const env = sharedEnvironment({ settings: this.settings, secrets, foundation, dev: this.dev });
    await this.#migrate(env);
    const given = { root: this.root, settings: this.settings, dev: this.dev, env };
    const groups = this.settings.cluster ? await clusterDefinitions(given) : definitions(given);
    this.#groups = groups.map((group) =>
      group.map((definition) => new Part(definition, { dataFolder, onPid: this.onPid })),
    );
    const serviceParts = this.#groups.slice(0, -1).flat();
    const siteParts = this.#groups.at(-1) ?? [];
    this.signal.throwIfAborted();
    for (const part of this.#groups.flat()) {
      part.start();
    }
    const [superadmin] = await Promise.all([
      seedFoundation({ ...this, env }),
      ...serviceParts.map((part) => this.#ready(part)),
    ]);
    if (this.settings.demo) {
      this.#fillDemo(env);
    }
    await Promise.all(siteParts.map((part) => this.#ready(part)));
    return superadmin;
  }

  /**
   * The demo market fills up while people already look around; a failure costs demo data only.
   * @param {Record<string, string>} env
   */
  #fillDemo(env) {
    seedDemo({ ...this, env }).catch((error) => {
      if (!this.signal.aborted) {
        warn(`demo data is not complete: ${error instanceof Error ? error.message : error}`);
      }
    });
  }

  async stop() {
    for (const group of this.#groups.toReversed()) {
      await Promise.all(group.map((part) => part.stop()));
    }
    // Also one that is only just starting; one that failed to start needs no stopping.
    const database = await this.#database?.catch(() => undefined);
    await database?.stop();
    const services = await this.#services?.catch(() => undefined);
    await services?.part?.stop();
  }

  /** Ends everything at once; the database recovers from its log next time. */
  kill() {
    for (const part of this.#groups.flat()) {
      part.kill();
    }
  }
}
