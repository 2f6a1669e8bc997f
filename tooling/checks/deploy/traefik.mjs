// The edge's files: every key known, every name they use defined, every service of the API routed,
// and nothing reachable that is not meant to be.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { renderTemplate } from "./go-template.mjs";
import { readRule } from "./traefik-rule.mjs";
import { dynamicFile, staticFile } from "./traefik-schema.mjs";

/** Values for the check alone; compose gives the real ones. */
export const SAMPLE_ENV = {
  EDGE_LANDING_HOST: "kontak.test",
  EDGE_ADMIN_HOST: "admin.kontak.test",
  EDGE_GALLERY_HOST: "panel.kontak.test",
  EDGE_API_HOST: "api.kontak.test",
  EDGE_STORAGE_HOST: "files.kontak.test",
  EDGE_STORAGE_SERVER: "http://minio:9000",
  EDGE_STORAGE_BUCKETS: "kontak",
  EDGE_API_SERVERS: "http://api-1:4000,http://api-2:4000",
  EDGE_POOL_MARKETPLACE: "http://api-3:4000",
  EDGE_ADMIN_NETWORKS: "0.0.0.0/0,::/0",
  EDGE_CERT_RESOLVER: "letsencrypt",
};

/**
 * @typedef {object} Edge what all dynamic files say together
 * @property {Record<string, import("zod").infer<typeof import("./traefik-schema.mjs").router>>} routers
 * @property {Record<string, import("zod").infer<typeof import("./traefik-schema.mjs").middleware>>} middlewares
 * @property {Record<string, import("zod").infer<typeof import("./traefik-schema.mjs").service>>} services
 * @property {string[]} transports
 */

/** @param {string} file @param {import("zod").ZodError} error */
const told = (file, error) =>
  error.issues.map((issue) => `${file}: ${issue.path.join(".")}: ${issue.message}`);

/**
 * Reads the dynamic files as the edge does.
 * @param {Record<string, string>} files name to text
 * @param {Record<string, string | undefined>} [env]
 * @returns {{ edge: Edge, problems: string[] }}
 */
export function readEdge(files, env = SAMPLE_ENV) {
  /** @type {Edge} */
  const edge = { routers: {}, middlewares: {}, services: {}, transports: [] };
  /** @type {string[]} */
  const problems = [];
  for (const [file, text] of Object.entries(files)) {
    try {
      const result = dynamicFile.safeParse(parse(renderTemplate(text, env)));
      if (!result.success) {
        problems.push(...told(file, result.error));
        continue;
      }
      const {
        routers = {},
        middlewares = {},
        services = {},
        serversTransports = {},
      } = result.data.http;
      Object.assign(edge.routers, routers);
      Object.assign(edge.middlewares, middlewares);
      Object.assign(edge.services, services);
      edge.transports.push(...Object.keys(serversTransports));
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { edge, problems };
}

/**
 * The router that a request is given to: the highest priority first, which is the length of the
 * rule unless it is set.
 * @param {Edge} edge
 * @param {import("./traefik-rule.mjs").EdgeRequest} request
 * @param {string} [entrance] entry point
 * @returns {string | undefined}
 */
export function routeOf({ routers }, request, entrance = "websecure") {
  return Object.entries(routers)
    .filter(([, { entryPoints }]) => entryPoints.includes(entrance))
    .sort(([, a], [, b]) => (b.priority ?? b.rule.length) - (a.priority ?? a.rule.length))
    .find(([, { rule }]) => readRule(rule)(request))?.[0];
}

/** @param {Edge} edge @param {string[]} entrances @returns {string[]} */
function danglingNames(edge, entrances) {
  const problems = Object.entries(edge.routers).flatMap(([name, router]) => {
    const known = router.service === "noop@internal" || router.service in edge.services;
    return [
      ...(known ? [] : [`router ${name} goes to ${router.service}, which is not defined`]),
      ...(router.middlewares ?? [])
        .filter((middleware) => !(middleware in edge.middlewares))
        .map((middleware) => `router ${name} uses ${middleware}, which is not defined`),
      ...router.entryPoints
        .filter((entrance) => !entrances.includes(entrance))
        .map((entrance) => `router ${name} listens at ${entrance}, which is no entry point`),
    ];
  });
  for (const [name, { loadBalancer }] of Object.entries(edge.services)) {
    if (!edge.transports.includes(loadBalancer.serversTransport)) {
      problems.push(`service ${name} uses ${loadBalancer.serversTransport}, which is not defined`);
    }
  }
  const used = new Set(Object.values(edge.routers).flatMap(({ middlewares = [] }) => middlewares));
  const idle = Object.keys(edge.middlewares).filter((name) => !used.has(name));
  return [...problems, ...idle.map((name) => `middleware ${name} is used by no router`)];
}

/** @param {Edge} edge @param {string} name @param {string} kind @returns {boolean} */
const has = ({ routers, middlewares }, name, kind) =>
  (routers[name]?.middlewares ?? []).some((used) => kind in (middlewares[used] ?? {}));

/** Every public way in is encrypted, limited and cleared of words that strangers may not say. @param {Edge} edge */
function unguarded(edge) {
  return Object.entries(edge.routers).flatMap(([name, { entryPoints, tls, middlewares = [] }]) => {
    if (!entryPoints.includes("websecure") || middlewares.includes("refuse")) {
      return [];
    }
    return [
      ...(tls === undefined ? [`router ${name} has no certificate resolver`] : []),
      ...(has(edge, name, "rateLimit") ? [] : [`router ${name} has no rate limit`]),
      ...(name.startsWith("storage-") || middlewares.includes("strangers")
        ? []
        : [`router ${name} lets strangers speak as the platform's own servers`]),
      ...(name === "api-sockets" && has(edge, name, "buffering")
        ? ["router api-sockets buffers, which breaks sockets"]
        : []),
    ];
  });
}

/** Answers that the routes must give. @param {Edge} edge @param {string[]} services */
function wrongRoutes(edge, services) {
  const host = SAMPLE_ENV.EDGE_API_HOST;
  /** @param {string} path @param {string} [at] */
  const get = (path, at = host) => ({ host: at, method: "GET", path });
  /** @type {[import("./traefik-rule.mjs").EdgeRequest, string | undefined][]} */
  const expected = [
    ...services.map(
      (name) => /** @type {[any, string]} */ ([get(`/trpc/${name}.list`), `api-${name}`]),
    ),
    [get("/trpc/tomorrow.list"), "api-other"],
    [get("/trpc"), "api-sockets"],
    ...["/metrics", "/health/ready", "/dev/mailbox", "/"].map(
      (path) => /** @type {[any, undefined]} */ ([get(path), undefined]),
    ),
    [get("/", SAMPLE_ENV.EDGE_LANDING_HOST), "landing"],
    [get("/", SAMPLE_ENV.EDGE_ADMIN_HOST), "admin"],
    [get("/", SAMPLE_ENV.EDGE_GALLERY_HOST), "gallery"],
    [get("/kit", SAMPLE_ENV.EDGE_GALLERY_HOST), undefined],
    [get("/kontak-public/", SAMPLE_ENV.EDGE_STORAGE_HOST), undefined],
    [get("/kontak-public/a/b.avif", SAMPLE_ENV.EDGE_STORAGE_HOST), "storage-public"],
    [get("/kontak-private/a.jpg", SAMPLE_ENV.EDGE_STORAGE_HOST), undefined],
    [get("/minio/admin/v3/info", SAMPLE_ENV.EDGE_STORAGE_HOST), undefined],
  ];
  const signed = {
    host: SAMPLE_ENV.EDGE_STORAGE_HOST,
    method: "PUT",
    path: "/kontak-private/a.jpg",
    query: { "X-Amz-Signature": "a".repeat(64) },
  };
  const unsignedStream = { "X-Amz-Content-Sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER" };
  expected.push(
    [signed, "storage-signed"],
    [{ ...signed, headers: unsignedStream }, "storage-refused"],
    [{ ...signed, query: { ...signed.query, ...unsignedStream } }, "storage-refused"],
  );
  return expected.flatMap(([request, wanted]) => {
    const found = routeOf(edge, request);
    return found === wanted
      ? []
      : [`${request.host}${request.path} goes to ${found ?? "nobody"}, not ${wanted ?? "nobody"}`];
  });
}

/**
 * Names of the API's services, as its root router mounts them.
 * @param {string} text of apps/api/src/root.router.ts
 */
export const servicesOf = (text) =>
  [...text.matchAll(/^\s{2}(\w+): \w+Router,$/gm)].map(([, name = ""]) => name);

/**
 * @param {Record<string, string>} files dynamic files
 * @param {{ entrances: string[], services: string[] }} around
 * @returns {string[]}
 */
export function problemsOfEdge(files, { entrances, services }) {
  const { edge, problems } = readEdge(files);
  if (problems.length > 0) {
    return problems;
  }
  try {
    return [...danglingNames(edge, entrances), ...unguarded(edge), ...wrongRoutes(edge, services)];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** @param {string} root */
export function edgeFiles(root) {
  const folder = path.join(root, "deploy/traefik/dynamic");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
}

/** @type {import("../main.mjs").Check} */
export function traefik(root) {
  const files = edgeFiles(root);
  const text = readFileSync(path.join(root, "deploy/traefik/traefik.yml"), "utf8");
  const result = staticFile.safeParse(parse(text));
  const entrances = Object.keys(parse(text).entryPoints ?? {});
  const services = servicesOf(readFileSync(path.join(root, "apps/api/src/root.router.ts"), "utf8"));
  return {
    looked: Object.keys(files).length * Math.min(1, services.length),
    problems: [
      ...(result.success ? [] : told("traefik.yml", result.error)),
      ...problemsOfEdge(files, { entrances, services }),
    ],
  };
}
