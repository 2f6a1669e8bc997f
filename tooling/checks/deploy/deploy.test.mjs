import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  compose,
  idleGroups,
  interpolated,
  missingForEdge,
  problemsOfCompose,
} from "./compose.mjs";
import { renderTemplate } from "./go-template.mjs";
import { metricsOf, monitoring, problemsOfDashboard, readRules } from "./monitoring.mjs";
import {
  edgeFiles,
  problemsOfEdge,
  readEdge,
  routeOf,
  SAMPLE_ENV,
  servicesOf,
  traefik,
} from "./traefik.mjs";
import { readRule } from "./traefik-rule.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (/** @type {string} */ file) => readFileSync(`${root}/${file}`, "utf8");

describe("templates of Go", () => {
  it("writes variables, lists, defaults and choices, and swallows blanks where told", () => {
    const text =
      'a: # {{- range $x := splitList "," (env "LIST") }}\n  - {{ $x }}{{ if eq $x "b" }}!{{ else }}?{{ end }}\n# {{- end }}\nc: {{ env (printf "MY_%s" (upper "pool")) | default (env "ALL") }}';
    const given = { LIST: "a,b", ALL: "all" };
    expect(renderTemplate(text, given)).toBe("a: #\n  - a?\n#\n  - b!\n#\nc: all");
    expect(renderTemplate(text, { ...given, MY_POOL: "mine" })).toContain("c: mine");
  });

  it.each(["{{ exec }}", '{{ range $x := list "a" }}', "{{ $nobody }}"])("refuses %s", (text) => {
    expect(() => renderTemplate(text, {})).toThrow();
  });
});

describe("rules of the edge", () => {
  const request = { host: "a.test", method: "GET", path: "/x/y", headers: { "X-A": "Streaming" } };

  it.each([
    ["Host(`A.test`) && (Path(`/z`) || PathPrefix(`/x/`))", true],
    ["!PathPrefix(`/x/`)", false],
    ["Method(`GET`) && !(Host(`b.test`) || Path(`/x/y`))", false],
    ["HeaderRegexp(`x-a`, `(?i)^STREAM`)", true],
    ["HeaderRegexp(`x-a`, `^STREAM`)", false],
    ["QueryRegexp(`q`, `.`)", false],
  ])("%s is %s", (rule, expected) => {
    expect(readRule(rule)(request)).toBe(expected);
  });

  it.each(["Hots(`a`)", "Host(`a`, `b`)", "Host(`a`) &&", "Host(`a`) Path(`/b`)"])(
    "refuses %s",
    (rule) => {
      expect(() => readRule(rule)).toThrow();
    },
  );
});

describe("routes of the edge", () => {
  const files = edgeFiles(root);
  const services = servicesOf(read("apps/api/src/root.router.ts"));
  const around = { entrances: ["web", "websecure", "internal", "machinery"], services };
  it("are in order as they are", () => {
    expect(services.length).toBeGreaterThan(9);
    expect(traefik(root)).toMatchObject({ problems: [] });
  });

  it.each([
    ["api.yml", ["service: api-default", "service: api-gone"], "api-gone, which is not defined"],
    ["api.yml", ["strangers, limit-sockets", "strangers, limit-all"], "limit-all, which is not"],
    ["api.yml", ['"offer" ', ""], "/trpc/offer.list goes to api-other"],
    ["api.yml", ["PathPrefix(`/trpc/`)", "PathPrefix(`/`)"], "/metrics goes to api-other"],
    ["api.yml", ["limit-sockets]", "limit-sockets, body-api]"], "buffers"],
    ["sites.yml", ["[strangers, security", "[security"], "lets strangers speak"],
    ["sites.yml", [" limit-pages,", ""], "no rate limit"],
    ["sites.yml", ["(kit|dev)", "(dev)"], "kontak.test/kit goes to gallery"],
    ["middlewares.yml", ["stsSeconds: 63072000", "stsSecond: 63072000"], "Unrecognized key"],
    ["middlewares.yml", ["burst: 200", "burst: many"], "middlewares.yml"],
    ["storage.yml", ["-public/.+`", "-public/`"], "kontak-public/ goes to storage-public"],
    ["storage.yml", ["priority: 10000", "priority: 1"], "goes to storage-signed"],
  ])("%s: %j is found", (file, [from = "", to = ""], problem) => {
    const text = files[file] ?? "";
    expect(text).toContain(from);
    const all = problemsOfEdge({ ...files, [file]: text.replaceAll(from, to) }, around);
    expect(all.join("\n")).toContain(problem);
  });

  it("refuse unsigned streams to the storage in every spelling, also of a signed path", () => {
    const { edge } = readEdge(files);
    const name = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    const put = {
      host: SAMPLE_ENV.EDGE_STORAGE_HOST,
      method: "PUT",
      path: "/kontak-private/a.jpg",
      query: { "X-Amz-Signature": "a".repeat(64) },
    };
    expect(routeOf(edge, put)).toBe("storage-signed");
    for (const spelt of [name, name.toLowerCase(), `${name} `]) {
      for (const header of ["x-amz-content-sha256", "X-Amz-Content-Sha256"]) {
        const inHeader = { ...put, headers: { [header]: spelt } };
        const inQuery = { ...put, query: { ...put.query, [header]: spelt } };
        expect(routeOf(edge, inHeader)).toBe("storage-refused");
        expect(routeOf(edge, inQuery)).toBe("storage-refused");
      }
    }
    expect(edge.routers["storage-refused"]).toMatchObject({ middlewares: ["refuse"] });
  });

  it("give a service its own pool when one is named, else the default one", () => {
    const { edge } = readEdge(files);
    const urls = (/** @type {string} */ name) =>
      edge.services[name]?.loadBalancer.servers.map(({ url }) => url);
    expect(urls("api-marketplace")).toEqual(["http://api-3:4000"]);
    expect(urls("api-offer")).toEqual(["http://api-1:4000", "http://api-2:4000"]);
  });
});

describe("compose files", () => {
  const text = read("docker-compose.yml");
  const known = new Set(text.match(/[A-Z][A-Z0-9_]+(?=:)/g)?.map((n) => n.replace(/_FILE$/, "")));

  it("are in order as they are", () => {
    expect(compose(root)).toMatchObject({ looked: 2, problems: [] });
  });

  it.each([
    ["image: redis:8.6.3", "image: redis:latest", "not pinned"],
    ["image: redis:8.6.3", "image: redis", "not pinned"],
    ["networks: [storage]", "networks: [storage, outside]", "keeps data and is on outside"],
    ["data: { internal: true }", "data: {}", "not internal"],
    ["secrets: [redis_password]", "secrets: []", "the secret redis_password is given to nobody"],
    ["secrets: [redis_password]", "secrets: [radis_password]", "which is not declared"],
    ["migrate: { condition:", "migrated: { condition:", "the service migrated, which is not"],
    ['volumes: ["redis:/data"]', 'volumes: ["radis:/data"]', "the volume radis"],
    ["REDIS_URL_FILE: /run/secrets/redis_url", "REDIS_URL: redis://:pw@redis", "in plain sight"],
    ["REDIS_URL_FILE: /run", "RADIS_URL_FILE: /run", "RADIS_URL_FILE, which nothing reads"],
    ["/run/secrets/nextauth_secret", "/run/secrets/nextauth", "which it is not given"],
    ['user: "999:1000"', 'ports: ["6379:6379"]', "redis publishes a port to the world"],
    ["  restart: unless-stopped\n", "", "no restart policy"],
    ['limits: { cpus: "1", memory: 512M }', 'limits: { cpus: "1" }', "memory"],
  ])("%s → %s is found", (from, to, problem) => {
    expect(text).toContain(from);
    expect(problemsOfCompose(text.replaceAll(from, to), known).join("\n")).toContain(problem);
  });

  it("give the edge all that its files ask for", () => {
    const templates = Object.values(edgeFiles(root));
    expect(missingForEdge(text.replace("EDGE_API_HOST:", "EDGE_HOST:"), templates)).toEqual([
      "edge is not given EDGE_API_HOST, which its files ask for",
    ]);
  });

  it("run every worker group", () => {
    expect(idleGroups(text, ["relay", "media", "tomorrow"])).toEqual([
      "no process runs the worker group tomorrow",
    ]);
  });

  it("know their variables from the shell's", () => {
    expect(interpolated("\x24{ONE} \x24{TWO:-x} $$THREE $\x24{FOUR}")).toEqual(["ONE", "TWO"]);
  });
});

describe("alerts and dashboards", () => {
  const known = new Set(["up", "oto_queue_ready", "oto_event_lag_seconds"]);

  it("are in order as they are", () => {
    const { looked, problems } = /** @type {import("../main.mjs").Outcome} */ (monitoring(root));
    expect(problems).toEqual([]);
    expect(looked).toBeGreaterThan(20);
  });

  it("read figures out of expressions, not out of labels", () => {
    const expr =
      'sum by (le) (rate(oto_event_lag_seconds_bucket{x="oto_label"}[5m])) > 3 and up == 1';
    expect(metricsOf(expr)).toEqual(["oto_event_lag_seconds_bucket", "up"]);
  });

  const ruleOf = (/** @type {string} */ expr) =>
    `groups: [{ name: a, rules: [{ alert: Planted, expr: '${expr}', for: 1m, labels: { severity: page }, annotations: { summary: s, runbook: r } }] }]`;

  it.each([
    ["oto_queue_redy > 1", "oto_queue_redy, which nothing measures"],
    ["vector(1)", "no figure"],
  ])("finds %s in a rule", (expr, problem) => {
    expect(readRules("a.yml", ruleOf(expr), known).problems.join()).toContain(problem);
    expect(readRules("a.yml", ruleOf("oto_queue_ready > 1"), known).problems).toEqual([]);
  });

  it("finds a rule without severity, and a panel with a figure or a source that is not there", () => {
    const noSeverity = ruleOf("up == 0").replace("severity: page", "");
    expect(readRules("a.yml", noSeverity, known).problems.join()).toContain("severity");
    const panel = (/** @type {string} */ expr, uid = "source") =>
      JSON.stringify({
        uid: "a",
        title: "A",
        schemaVersion: 41,
        panels: [{ id: 1, title: "P", datasource: { uid }, targets: [{ refId: "A", expr }] }],
      });
    const around = { known, source: "source" };
    expect(problemsOfDashboard("a", panel("oto_queue_ready"), around)).toEqual([]);
    expect(problemsOfDashboard("a", panel("oto_gone"), around)).toHaveLength(1);
    expect(problemsOfDashboard("a", panel("up", "elsewhere"), around)).toHaveLength(1);
  });
});
