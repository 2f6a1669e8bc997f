// The environment of the start command, read once and complained about all at once.
import path from "node:path";

/** @typedef {"development" | "test" | "production"} PlatformEnvironment */

/**
 * @typedef {object} Settings
 * @property {PlatformEnvironment} environment decides the platform's own production rules
 * @property {{ api: number, landing: number, admin: number, gallery: number, workers: number }} ports
 * @property {string} dataFolder absolute
 * @property {boolean} demo seed demo data into an empty database
 * @property {boolean} requireTotp
 * @property {boolean} rateLimits
 * @property {{ sandboxes: boolean } | undefined} cluster undefined: one node
 * @property {string | undefined} databaseUrl undefined: the PostgreSQL that comes with the platform
 * @property {{ email: string, password: string | undefined }} superadmin
 * @property {{ api: string, publicApi: string, landing: string, admin: string, gallery: string }} urls
 */

const PORTS = /** @type {const} */ ({
  PORT_API: 4000,
  PORT_LANDING: 3000,
  PORT_ADMIN: 3001,
  PORT_GALLERY: 3002,
  PORT_WORKERS: 4100,
});

/** Every variable that the start command itself understands. */
export const START_VARIABLES = [
  ...Object.keys(PORTS),
  "OTO_ENV",
  "OTO_DATA_DIR",
  "OTO_DEMO",
  "OTO_REQUIRE_TOTP",
  "OTO_RATE_LIMITS",
  "OTO_API_URL",
  "OTO_PUBLIC_API_URL",
  "OTO_LANDING_URL",
  "OTO_ADMIN_URL",
  "OTO_GALLERY_URL",
  "SUPERADMIN_EMAIL",
  "SUPERADMIN_PASSWORD",
  "DATABASE_URL",
  "OTO_SECRET",
  "NEXTAUTH_SECRET",
  "OTO_CLUSTER_SANDBOXES",
];

/** Reads variables, collecting one line for each that is wrong. */
class Reader {
  /** @type {string[]} */
  problems = [];

  /** @param {Record<string, string | undefined>} env */
  constructor(env) {
    this.env = env;
  }

  /**
   * @param {string} name
   * @returns {string | undefined} undefined when unset or empty
   */
  text(name) {
    const value = this.env[name]?.trim();
    return value === "" ? undefined : value;
  }

  /**
   * @template {string} T
   * @param {string} name
   * @param {readonly T[]} values
   * @returns {T | undefined}
   */
  oneOf(name, values) {
    const value = this.text(name);
    const known = values.find((candidate) => candidate === value);
    if (value !== undefined && known === undefined) {
      this.problems.push(`${name}=${value} is not one of ${values.join(", ")}`);
    }
    return known;
  }

  /**
   * @param {string} name
   * @param {number} fallback
   */
  port(name, fallback) {
    const value = this.text(name) ?? String(fallback);
    const port = /^\d+$/.test(value) ? Number(value) : 0;
    if (port < 1 || port > 65_535) {
      this.problems.push(`${name}=${value} is not a port number (1 to 65535)`);
    }
    return port;
  }

  /**
   * @param {string} name
   * @param {readonly string[]} protocols
   */
  url(name, protocols) {
    const value = this.text(name);
    if (value === undefined) {
      return undefined;
    }
    const protocol = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : "";
    if (!protocols.includes(protocol)) {
      // The value may hold a password, so it is not repeated.
      this.problems.push(`${name} is not a URL that begins with ${protocols.join(":// or ")}://`);
      return undefined;
    }
    return value.replace(/\/$/, "");
  }
}

/** @param {Reader} read */
function readPorts(read) {
  const ports = {
    api: read.port("PORT_API", PORTS.PORT_API),
    landing: read.port("PORT_LANDING", PORTS.PORT_LANDING),
    admin: read.port("PORT_ADMIN", PORTS.PORT_ADMIN),
    gallery: read.port("PORT_GALLERY", PORTS.PORT_GALLERY),
    workers: read.port("PORT_WORKERS", PORTS.PORT_WORKERS),
  };
  /** @type {Map<number, string>} */
  const taken = new Map();
  for (const [name, port] of Object.entries(ports)) {
    const variable = `PORT_${name.toUpperCase()}`;
    const other = taken.get(port);
    if (other !== undefined && port !== 0) {
      read.problems.push(`${other} and ${variable} are both ${port}`);
    }
    taken.set(port, variable);
  }
  return ports;
}

/**
 * @param {Reader} read
 * @param {Settings["ports"]} ports
 */
function readUrls(read, ports) {
  const web = ["http", "https"];
  const local = (/** @type {number} */ port) => `http://localhost:${port}`;
  const api = read.url("OTO_API_URL", web) ?? local(ports.api);
  return {
    api,
    publicApi: read.url("OTO_PUBLIC_API_URL", web) ?? api,
    landing: read.url("OTO_LANDING_URL", web) ?? local(ports.landing),
    admin: read.url("OTO_ADMIN_URL", web) ?? local(ports.admin),
    gallery: read.url("OTO_GALLERY_URL", web) ?? local(ports.gallery),
  };
}

/** @param {Reader} read */
function readSuperadmin(read) {
  const email = read.text("SUPERADMIN_EMAIL") ?? "admin@kontak.test";
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    read.problems.push(`SUPERADMIN_EMAIL=${email} is not an e-mail address`);
  }
  const password = read.text("SUPERADMIN_PASSWORD");
  if (password !== undefined && password.length < 10) {
    read.problems.push("SUPERADMIN_PASSWORD is shorter than 10 characters");
  }
  return { email, password };
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} root what a relative OTO_DATA_DIR is relative to
 * @param {{ cluster?: boolean }} [mode]
 * @returns {{ settings: Settings, problems: string[] }} usable only when there are no problems
 */
export function readSettings(env, root, { cluster = false } = {}) {
  const read = new Reader(env);
  const ports = readPorts(read);
  const environment =
    read.oneOf("OTO_ENV", /** @type {const} */ (["development", "test", "production"])) ??
    (read.text("NODE_ENV") === "production" ? "production" : "development");
  const production = environment === "production";
  const demo = read.oneOf("OTO_DEMO", ["0", "1"]) ?? (production ? "0" : "1");
  const requireTotp = read.oneOf("OTO_REQUIRE_TOTP", ["0", "1"]) !== "0";
  const rateLimits = read.oneOf("OTO_RATE_LIMITS", ["on", "off"]) !== "off";
  if (production && !requireTotp) {
    read.problems.push("OTO_REQUIRE_TOTP=0 is refused in production");
  }
  if (production && !rateLimits) {
    read.problems.push("OTO_RATE_LIMITS=off is refused in production");
  }
  const settings = {
    environment,
    ports,
    dataFolder: path.resolve(root, read.text("OTO_DATA_DIR") ?? ".data"),
    demo: demo === "1",
    cluster: cluster
      ? { sandboxes: read.oneOf("OTO_CLUSTER_SANDBOXES", ["0", "1"]) === "1" }
      : undefined,
    requireTotp,
    rateLimits,
    databaseUrl: read.url("DATABASE_URL", ["postgres", "postgresql"]),
    superadmin: readSuperadmin(read),
    urls: readUrls(read, ports),
  };
  return { settings, problems: read.problems };
}
