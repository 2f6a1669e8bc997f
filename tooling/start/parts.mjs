// What the platform consists of on one node, and the environment each part gets.
import path from "node:path";

/**
 * The environment that every part gets.
 * @param {object} given
 * @param {import("./variables.mjs").Settings} given.settings
 * @param {import("./secrets.mjs").Secrets} given.secrets
 * @param {string} given.databaseUrl
 * @param {boolean} given.dev
 * @returns {Record<string, string>}
 */
export function sharedEnvironment({ settings, secrets, databaseUrl, dev }) {
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
    DATABASE_URL: databaseUrl,
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

/**
 * @param {object} given
 * @param {string} given.root
 * @param {import("./variables.mjs").Settings} given.settings
 * @param {Record<string, string>} given.env
 * @param {boolean} given.dev
 * @returns {{ services: import("./part.mjs").Definition[], sites: import("./part.mjs").Definition[] }} in the order of starting
 */
export function definitions({ root, settings, env, dev }) {
  const { ports, urls } = settings;
  const service = (/** @type {"api" | "workers"} */ name, /** @type {number} */ graceMs) => ({
    name,
    cwd: path.join(root, "apps", name),
    args: program(
      root,
      { bundle: `apps/${name}/dist/main.mjs`, source: `apps/${name}/src/main.ts` },
      { dev, watch: true },
    ),
    env,
    health: `http://localhost:${ports[name]}/health/ready`,
    graceMs,
  });
  const site = (/** @type {"landing" | "admin" | "gallery"} */ name) => ({
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
  });
  return {
    services: [service("api", 2_000), service("workers", 3_000)],
    sites: [site("landing"), site("admin"), site("gallery")],
  };
}
