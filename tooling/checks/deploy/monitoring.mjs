// Alert rules and dashboards: every figure they ask for exists in the code, every alert has its
// runbook, every target is a service of the compose file.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { filesBelow, SOURCE_FILE } from "../source-files.mjs";

const FOLDER = "deploy/observability";
const RUNBOOKS = "docs/runbooks/alerts";

/** Figures of Node, Prometheus, the edge and the broker that are used here, as they document them. */
const FOREIGN = [
  "up",
  "nodejs_eventloop_lag_p99_seconds",
  "process_resident_memory_bytes",
  "rabbitmq_alarms_free_disk_space_watermark",
  "rabbitmq_alarms_memory_used_watermark",
  "traefik_service_requests_total",
  "traefik_tls_certs_not_after",
];

const rule = z.strictObject({
  alert: z.string().regex(/^[A-Z][A-Za-z]+$/),
  expr: z.string(),
  for: z.string().regex(/^\d+[smh]$/),
  labels: z.strictObject({ severity: z.enum(["page", "ticket"]) }),
  annotations: z.strictObject({ summary: z.string(), runbook: z.string() }),
});
const ruleFile = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule).min(1) })).min(1),
});
const panel = z.looseObject({
  id: z.int(),
  title: z.string(),
  datasource: z.object({ uid: z.string() }),
  targets: z.array(z.looseObject({ refId: z.string(), expr: z.string() })).min(1),
});
const dashboard = z.looseObject({
  uid: z.string(),
  title: z.string(),
  schemaVersion: z.int(),
  panels: z.array(panel).min(1),
});

/**
 * Names of the figures that an expression asks for, without what a histogram adds to them.
 * @param {string} expr PromQL
 */
export function metricsOf(expr) {
  const bare = expr.replaceAll(/"[^"]*"/g, '""');
  const found = bare.match(/\b(?:oto|nodejs|process|traefik|rabbitmq)_[a-z0-9_]+|\bup\b/g) ?? [];
  return [...new Set(found)];
}

/** @param {string} name @param {Set<string>} known */
const exists = (name, known) =>
  known.has(name) || known.has(name.replace(/_(bucket|sum|count)$/, ""));

/** @param {string} where @param {string} expr @param {Set<string>} known */
function unknownMetrics(where, expr, known) {
  const names = metricsOf(expr);
  if (names.length === 0) {
    return [`${where} asks for no figure that is known here: ${expr}`];
  }
  return names
    .filter((name) => !exists(name, known))
    .map((name) => `${where} asks for ${name}, which nothing measures`);
}

/** @param {string} where @param {z.ZodError} error */
const told = (where, error) =>
  error.issues.map((issue) => `${where}: ${issue.path.join(".")}: ${issue.message}`);

/**
 * @param {string} name of the file
 * @param {string} text
 * @param {Set<string>} known
 * @returns {{ alerts: { alert: string, runbook: string }[], problems: string[] }}
 */
export function readRules(name, text, known) {
  const result = ruleFile.safeParse(parse(text));
  if (!result.success) {
    return { alerts: [], problems: told(name, result.error) };
  }
  const rules = result.data.groups.flatMap((group) => group.rules);
  return {
    alerts: rules.map(({ alert, annotations }) => ({ alert, runbook: annotations.runbook })),
    problems: rules.flatMap(({ alert, expr }) => unknownMetrics(`${name}: ${alert}`, expr, known)),
  };
}

/** @param {string} name @param {string} text @param {{ known: Set<string>, source: string }} around @returns {string[]} */
export function problemsOfDashboard(name, text, { known, source }) {
  const result = dashboard.safeParse(JSON.parse(text));
  if (!result.success) {
    return told(name, result.error);
  }
  return result.data.panels.flatMap(({ title, datasource, targets }) => [
    ...(datasource.uid === source ? [] : [`${name}: ${title} reads from ${datasource.uid}`]),
    ...targets.flatMap(({ expr }) => unknownMetrics(`${name}: ${title}`, expr, known)),
  ]);
}

/** @param {string} kebab @returns {string} */
const alertOf = (kebab) =>
  kebab
    .replace(/\.md$/, "")
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

/** @param {string} root @param {{ alert: string, runbook: string }[]} alerts */
function runbooks(root, alerts) {
  const pages = existsSync(path.join(root, RUNBOOKS)) ? readdirSync(path.join(root, RUNBOOKS)) : [];
  const wanted = alerts.flatMap(({ alert, runbook }) => {
    const page = path.posix.basename(runbook);
    if (
      path.posix.dirname(runbook) !== RUNBOOKS ||
      alertOf(page) !== alert ||
      !pages.includes(page)
    ) {
      return [`${alert} has no page of its own: ${runbook}`];
    }
    const text = readFileSync(path.join(root, runbook), "utf8");
    return ["## Look", "## Do"]
      .filter((heading) => !text.includes(`\n${heading}\n`))
      .map((heading) => `${runbook} lacks "${heading}"`);
  });
  const known = alerts.map(({ alert }) => alert);
  const orphans = pages.filter((page) => !known.includes(alertOf(page)));
  return [...wanted, ...orphans.map((page) => `${RUNBOOKS}/${page} belongs to no alert`)];
}

/** Figures that the code measures. @param {string} root */
function measured(root) {
  const files = filesBelow(root, ["apps", "packages"], SOURCE_FILE).filter(
    (file) => !/\.(test|contract|fixture)\.tsx?$/.test(file),
  );
  const names = files.flatMap((file) => [
    ...readFileSync(path.join(root, file), "utf8").matchAll(/"(oto_[a-z0-9_]+)"/g),
  ]);
  return new Set([...names.map(([, name = ""]) => name), ...FOREIGN]);
}

/** @param {string} root */
function targets(root) {
  const read = (/** @type {string} */ file) =>
    parse(readFileSync(path.join(root, file), "utf8"), { merge: true, maxAliasCount: -1 });
  const services = Object.keys(read("docker-compose.yml").services);
  const { scrape_configs: jobs, rule_files: rules } = read(`${FOLDER}/prometheus/prometheus.yml`);
  const hosts = jobs.flatMap((/** @type {any} */ job) =>
    job.static_configs.flatMap((/** @type {any} */ config) => config.targets),
  );
  return [
    ...hosts
      .filter((/** @type {string} */ host) => !services.includes(host.split(":")[0] ?? ""))
      .map((/** @type {string} */ host) => `prometheus.yml asks ${host}, which is no service`),
    ...rules
      .filter(
        (/** @type {string} */ file) => !existsSync(path.join(root, FOLDER, "prometheus", file)),
      )
      .map((/** @type {string} */ file) => `prometheus.yml names ${file}, which does not exist`),
  ];
}

/** @type {import("../main.mjs").Check} */
export function monitoring(root) {
  const known = measured(root);
  const below = (/** @type {string} */ folder) =>
    filesBelow(root, [`${FOLDER}/${folder}`], /\.(yml|json)$/).map(
      (file) =>
        /** @type {const} */ ([path.basename(file), readFileSync(path.join(root, file), "utf8")]),
    );
  const rules = below("prometheus/rules").map(([name, text]) => readRules(name, text, known));
  const [source = ""] = below("grafana/provisioning/datasources").map(
    ([, text]) => parse(text).datasources[0].uid,
  );
  const dashboards = below("grafana/dashboards");
  return {
    looked: rules.flatMap(({ alerts }) => alerts).length + dashboards.length,
    problems: [
      ...rules.flatMap(({ problems }) => problems),
      ...dashboards.flatMap(([name, text]) => problemsOfDashboard(name, text, { known, source })),
      ...runbooks(
        root,
        rules.flatMap(({ alerts }) => alerts),
      ),
      ...targets(root),
    ],
  };
}
