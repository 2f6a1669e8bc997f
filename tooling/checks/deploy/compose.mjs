// docker-compose.yml and the swarm's stack: everything they name is declared, every image pinned,
// every variable known to the platform, nothing but the edge reachable from outside.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { START_VARIABLES } from "../../start/variables.mjs";
import { variablesIn, variablesOfSchemas } from "../env-example.mjs";
import { filesBelow } from "../source-files.mjs";
import { edgeFiles } from "./traefik.mjs";

export const FILES = ["docker-compose.yml", "deploy/portainer/stack.yml"];
/** What is laid over the first one: read together with it, by the compose program. */
export const OVERLAYS = ["deploy/backup/compose.yml"];
/** What the images themselves, Next and next-auth understand beyond the platform's schemas. */
const OF_IMAGES = ["HEALTH_PORT", "PORT", "NEXTAUTH_URL", "NEXTAUTH_SECRET"];
/** What keeps data, and so is reached from inside only. */
const STORES = [
  "postgres",
  "postgres-replica",
  "redis",
  "rabbitmq",
  "meilisearch",
  "minio",
  "seaweedfs",
];

const PARSING = { merge: true, maxAliasCount: -1 };

const names = z.array(z.string()).default([]);
const service = z.looseObject({
  image: z.string(),
  environment: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
  networks: names,
  secrets: names,
  volumes: names,
  configs: z.array(z.object({ source: z.string() })).default([]),
  depends_on: z.record(z.string(), z.unknown()).default({}),
  ports: z.array(z.union([z.string(), z.looseObject({ published: z.number() })])).default([]),
  restart: z.string().optional(),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.looseObject({ test: z.array(z.string()).min(2) }),
    ])
    .optional(),
  deploy: z
    .looseObject({
      restart_policy: z.unknown().optional(),
      resources: z
        .object({ limits: z.object({ cpus: z.string(), memory: z.string() }) })
        .optional(),
    })
    .optional(),
});
const file = z.looseObject({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.unknown()),
  configs: z.record(z.string(), z.unknown()).default({}),
  secrets: z.record(z.string(), z.unknown()),
});

/** @typedef {import("zod").infer<typeof file>} Compose */
/** @typedef {import("zod").infer<typeof service>} Service */

/** @param {string} text `${NAME:-fallback}` becomes its fallback */
const withDefaults = (text) =>
  text.replaceAll(/\$\{\w+(?::-([^}]*))?\}/g, (_, fallback = "") => fallback);

/** @param {string} text @returns {string[]} variables that it takes from its surroundings */
export const interpolated = (text) =>
  [...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name = ""]) => name);

/** @param {string} image */
const isPinned = (image) => /:[^:/]*\d[^:/]*$/.test(image) && !image.endsWith(":latest");

/** @param {Compose} compose @param {string} name @param {Service} of */
function undeclared(compose, name, of) {
  const declared = {
    network: [of.networks, Object.keys(compose.networks)],
    secret: [of.secrets, Object.keys(compose.secrets)],
    config: [of.configs.map(({ source }) => source), Object.keys(compose.configs)],
    volume: [
      of.volumes.map((volume) => volume.split(":")[0] ?? "").filter((from) => !/^[./]/.test(from)),
      Object.keys(compose.volumes),
    ],
    service: [Object.keys(of.depends_on), Object.keys(compose.services)],
  };
  return Object.entries(declared).flatMap(([kind, [used = [], known = []]]) =>
    used
      .filter((one) => !known.includes(one))
      .map((one) => `${name} uses the ${kind} ${one}, which is not declared`),
  );
}

/** @param {string} name @param {Service} of @param {Set<string>} known variables of the platform */
function wrongVariables(name, of, known) {
  const ours = of.image.includes("kontak/");
  return Object.entries(of.environment).flatMap(([variable, value]) => {
    const problems = [];
    const plain = variable.replace(/_FILE$/, "");
    if (ours && !known.has(plain)) {
      problems.push(`${name} sets ${variable}, which nothing reads`);
    }
    const secret = /^\/run\/secrets\/(.+)$/.exec(String(value))?.[1];
    if (secret !== undefined && !of.secrets.includes(secret)) {
      problems.push(`${name} reads the secret ${secret}, which it is not given`);
    }
    if (
      ours &&
      /SECRET|PASSWORD|_KEY|DATABASE.*_URL|REDIS_URL|RABBITMQ_URL/.test(variable) &&
      secret === undefined
    ) {
      problems.push(`${name} has ${variable} in plain sight: use ${plain}_FILE`);
    }
    return problems;
  });
}

/** @param {Compose} compose @param {string} name @param {Service} of */
function exposed(compose, name, of) {
  const problems = of.ports
    .filter(
      (port) => name !== "edge" && !(typeof port === "string" && port.startsWith("127.0.0.1:")),
    )
    .map(() => `${name} publishes a port to the world`);
  const open = of.networks.filter((network) => compose.networks[network]?.internal !== true);
  if (STORES.includes(name) && open.length > 0) {
    problems.push(`${name} keeps data and is on ${open.join(", ")}, which is not internal`);
  }
  if (name === "minio" && of.networks.join() !== "storage") {
    problems.push("minio belongs on the storage network alone");
  }
  return problems;
}

/** @param {string} name @param {Service} of */
function careless(name, of) {
  const ours = of.image.includes("kontak/");
  return [
    ...(isPinned(of.image) ? [] : [`${name}: ${of.image} is not pinned to a version`]),
    ...(of.restart !== undefined || of.deploy?.restart_policy
      ? []
      : [`${name} has no restart policy`]),
    // Our images bring their own.
    ...(of.healthcheck !== undefined || ours ? [] : [`${name} has no health check`]),
    ...(of.deploy?.resources !== undefined || name === "migrate" ? [] : [`${name} has no limits`]),
  ];
}

/**
 * @param {string} text of a compose file
 * @param {Set<string>} known variables of the platform
 * @returns {string[]}
 */
export function problemsOfCompose(text, known) {
  const result = file.safeParse(parse(withDefaults(text), PARSING));
  if (!result.success) {
    return result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  }
  const compose = result.data;
  const services = Object.entries(compose.services);
  const used = new Set(services.flatMap(([, { secrets }]) => secrets));
  return [
    ...services.flatMap(([name, of]) => [
      ...undeclared(compose, name, of),
      ...wrongVariables(name, of, known),
      ...exposed(compose, name, of),
      ...careless(name, of),
    ]),
    ...Object.keys(compose.secrets)
      .filter((secret) => !used.has(secret))
      .map((secret) => `the secret ${secret} is given to nobody`),
  ];
}

/**
 * What the edge's files take from their surroundings, and this file does not give them.
 * @param {string} text of a compose file
 * @param {string[]} templates
 */
export function missingForEdge(text, templates) {
  const edge = parse(withDefaults(text), PARSING).services?.edge?.environment ?? {};
  const wanted = templates.flatMap((template) => [...template.matchAll(/env "([A-Z_]+)"/g)]);
  return [...new Set(wanted.map(([, name = ""]) => name))]
    .filter((name) => !(name in edge))
    .map((name) => `edge is not given ${name}, which its files ask for`);
}

/**
 * Worker groups that no process of a compose file runs: their events would wait for ever.
 * @param {string} text of a compose file
 * @param {string[]} groups
 */
export function idleGroups(text, groups) {
  const run = [...text.matchAll(/\bWORKERS: "?([\w,]+)"?/g)].flatMap(([, list = ""]) =>
    list.split(","),
  );
  return groups
    .filter((group) => !run.includes(group))
    .map((group) => `no process runs the worker group ${group}`);
}

/** Groups that consumers and schedules belong to, and the relay. @param {string} root */
const groupsOf = (root) => [
  "relay",
  ...new Set(
    filesBelow(root, ["packages/events/src"], /(?<!\.test)\.ts$/).flatMap((name) =>
      [...readFileSync(path.join(root, name), "utf8").matchAll(/\bgroup: "(\w+)"/g)].map(
        ([, group = ""]) => group,
      ),
    ),
  ),
];

/** @type {import("../main.mjs").Check} */
export function compose(root) {
  const schemas = filesBelow(root, ["apps", "packages"], /\/env\.ts$/).flatMap((schema) =>
    variablesOfSchemas(schema, readFileSync(path.join(root, schema), "utf8")),
  );
  const known = new Set([...schemas, ...START_VARIABLES, ...OF_IMAGES]);
  const texts = FILES.filter((name) => existsSync(path.join(root, name))).map(
    (name) => /** @type {const} */ ([name, readFileSync(path.join(root, name), "utf8")]),
  );
  const templates = Object.values(edgeFiles(root));
  const overlays = OVERLAYS.filter((name) => existsSync(path.join(root, name)));
  const wanted = new Set(
    [
      ...texts.map(([, text]) => text),
      ...overlays.map((name) => readFileSync(path.join(root, name), "utf8")),
    ].flatMap(interpolated),
  );
  const listed = new Set(variablesIn(readFileSync(path.join(root, "deploy/.env.example"), "utf8")));
  return {
    looked: texts.length,
    problems: [
      ...texts.flatMap(([name, text]) => [
        ...problemsOfCompose(text, known).map((problem) => `${name}: ${problem}`),
        ...[...missingForEdge(text, templates), ...idleGroups(text, groupsOf(root))].map(
          (problem) => `${name}: ${problem}`,
        ),
      ]),
      ...[...wanted]
        .filter((name) => !listed.has(name))
        .map((name) => `deploy/.env.example does not list ${name}`),
      ...[...listed]
        .filter((name) => !wanted.has(name))
        .map((name) => `deploy/.env.example lists ${name}, which no compose file uses`),
    ],
  };
}
