// What the platform consists of on one node, and the environment each part gets.
import path from "node:path";

/**
 * The environment that every part gets.
 * @param {object} given
 * @param {import("./variables.mjs").Settings} given.settings
 * @param {import("./secrets.mjs").Secrets} given.secrets
 * @param {Record<string, string>} given.foundation variables that name the database and other services
 * @param {boolean} given.dev
 * @returns {Record<string, string>}
 */
export function sharedEnvironment({ settings, secrets, foundation, dev }) {
  const { ports, urls } = settings;
  return {
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    OTO_ENV: settings.environment,
    OTO_DATA_DIR: settings.dataFolder,
    OTO_DEMO: settings.demo ? "1" : "0",
    OTO_REQUIRE_TOTP: settings.requireTotp ? "1" : "0",
    OTO_RATE_LIMITS: settings.rateLimits ? "on" : "off",
    OTO_SECRET: process.env.OTO_SECRET || secrets.platform,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.nextAuth,
    ...foundation,
    PORT_API: String(ports.api),
    PORT_LANDING: String(ports.landing),
    PORT_ADMIN: String(ports.admin),
    PORT_GALLERY: String(ports.gallery),
    PORT_WORKERS: String(ports.workers),
    OTO_API_URL: urls.api,
    OTO_PUBLIC_API_URL: urls.publicApi,
    OTO_LANDING_URL: urls.landing,
    OTO_ADMIN_URL: urls.admin,
    OTO_GALLERY_URL: urls.gallery,
  };
}

/**
 * Arguments of Node that run a program of a workspace: its bundle, or in watch mode its source.
 * @param {string} root
 * @param {{ bundle: string, source: string }} files relative to the root
 * @param {{ dev: boolean, watch?: boolean }} mode
 */
export function program(root, { bundle, source }, { dev, watch = false }) {
  if (!dev) {
    return ["--enable-source-maps", path.join(root, bundle)];
  }
  const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
  return [tsx, ...(watch ? ["watch"] : []), path.join(root, source)];
}

export const MIGRATE = {
  bundle: "packages/db/dist/migrate.mjs",
  source: "packages/db/src/migrate/main.ts",
};
export const SEED = {
  bundle: "apps/workers/dist/seed.mjs",
  source: "apps/workers/src/commands/seed/main.ts",
};

/** @typedef {import("./part.mjs").Definition} Definition */

/**
 * @typedef {object} Surroundings
 * @property {string} root
 * @property {import("./variables.mjs").Settings} settings
 * @property {Record<string, string>} env that every part gets
 * @property {boolean} dev
 */

/**
 * @param {Surroundings} given
 * @param {{ name: string, app: "api" | "workers", port: number, graceMs: number, env?: Record<string, string> }} process_
 * @returns {Definition}
 */
export function serviceDefinition({ root, env, dev }, { name, app, port, graceMs, env: own }) {
  return {
    name,
    cwd: path.join(root, "apps", app),
    args: program(
      root,
      { bundle: `apps/${app}/dist/main.mjs`, source: `apps/${app}/src/main.ts` },
      { dev, watch: true },
    ),
    env: { ...env, ...own },
    health: `http://localhost:${port}/health/ready`,
    graceMs,
  };
}

/**
 * @param {Surroundings} given
 * @returns {Definition[]}
 */
export function siteDefinitions({ root, settings, env, dev }) {
  const { ports, urls } = settings;
  return /** @type {const} */ (["landing", "admin", "gallery"]).map((name) => ({
    name,
    cwd: path.join(root, "apps", name),
    args: [
      path.join(root, "node_modules/next/dist/bin/next"),
      dev ? "dev" : "start",
      "-p",
      String(ports[name]),
    ],
    // Sessions of next-auth belong to one address each.
    env: { ...env, NEXTAUTH_URL: urls[name], PORT: String(ports[name]) },
    health: `http://localhost:${ports[name]}/`,
    graceMs: 2_000,
  }));
}

/**
 * The parts of a single node.
 * @param {Surroundings} given
 * @returns {Definition[][]} groups in the order of starting, the sites last
 */
export function definitions(given) {
  const { ports } = given.settings;
  return [
    [serviceDefinition(given, { name: "api", app: "api", port: ports.api, graceMs: 2_000 })],
    [
      serviceDefinition(given, {
        name: "workers",
        app: "workers",
        port: ports.workers,
        graceMs: 3_000,
      }),
    ],
    siteDefinitions(given),
  ];
}
