// The stages of `npm test`, in order.
import path from "node:path";
import { build, QUIET_TOOLS, turbo } from "../start/build.mjs";
import { countsReport, faultCounts, playwrightCounts, vitestCounts } from "./counts.mjs";
import { browserProblem, serversProblem } from "./system-packages.mjs";

/**
 * @typedef {object} Command
 * @property {string} file a script for Node, below the root
 * @property {string[]} args
 * @property {string[]} [node] arguments of Node itself
 * @property {string} [cwd] below the root
 * @property {Record<string, string>} [env]
 */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} about
 * @property {Command[]} [commands] all of them run, even after one failed
 * @property {() => Promise<unknown>} [work] instead of commands; fails by rejecting
 * @property {() => Promise<string | undefined>} [problem] why it cannot run on this machine
 * @property {string[]} [needs] stages that must have succeeded
 * @property {{ file: string, read: (report: Record<string, unknown>) => import("./counts.mjs").Counts }} [report]
 * @property {number} minutes after which it is ended
 */

const bin = (/** @type {string} */ file) => path.join("node_modules", file);

/**
 * @param {string} project of vitest.config.ts
 * @param {string} about
 * @param {string} file where the report goes
 * @returns {Stage}
 */
const vitest = (project, about, file) => ({
  name: project,
  about,
  commands: [
    {
      file: bin("vitest/vitest.mjs"),
      args: [
        "run",
        ...["--config", "vitest.config.ts", "--project", project],
        ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
      ],
    },
  ],
  needs: ["generate"],
  report: { file, read: vitestCounts },
  minutes: 25,
});

/** @returns {Stage[]} what reads the code without running it */
const readingStages = () => [
  {
    name: "lint",
    about: "formatting and lint rules",
    commands: [{ file: bin("@biomejs/biome/bin/biome"), args: ["ci", "--colors=off", "."] }],
    minutes: 5,
  },
  {
    name: "checks",
    about: "import direction, lock file, docs, environment",
    commands: [{ file: "tooling/checks/main.mjs", args: [] }],
    needs: ["generate"],
    minutes: 5,
  },
  {
    name: "typecheck",
    about: "types of every workspace and of the tooling",
    commands: [
      {
        file: bin("turbo/bin/turbo"),
        args: ["run", "typecheck", "--concurrency=2", "--continue", "--output-logs=errors-only"],
        env: QUIET_TOOLS,
      },
      { file: bin("typescript/bin/tsc"), args: ["-p", "tooling"] },
    ],
    needs: ["generate"],
    minutes: 10,
  },
  {
    name: "unused",
    about: "unused files, exports and dependencies",
    commands: [{ file: bin("knip/bin/knip.js"), args: ["--no-progress", "--no-config-hints"] }],
    needs: ["generate"],
    minutes: 5,
  },
];

/** Why stages on real servers cannot run, or must not: the caller asked for what npm brings. */
const realServersProblem = async () =>
  process.env.TEST_SERVICES === "embedded" ? "it needs real servers" : serversProblem();

/**
 * @param {string} root
 * @param {{ name: string, about: string, report: string, args?: string[], env?: Record<string, string>, problem?: () => Promise<string | undefined> }} stage
 * @returns {Stage}
 */
const playwright = (root, { name, about, report, args = [], env = {}, problem }) => ({
  name,
  about,
  problem: async () => (await problem?.()) ?? (await browserProblem(root)),
  commands: [
    {
      file: bin("@playwright/test/cli.js"),
      args: ["test", ...args, "--reporter=list,json"],
      cwd: "e2e",
      env: { ...QUIET_TOOLS, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  ],
  needs: ["build"],
  report: { file: report, read: playwrightCounts },
  minutes: 60,
});

/**
 * Suites of their own that bring the built platform into trouble.
 * @param {string} root
 * @returns {Stage[]}
 */
function suites(root) {
  const result = (/** @type {string[]} */ ...file) => path.join(root, "test-results", ...file);
  const run = (/** @type {string} */ file, /** @type {string[]} */ ...args) => ({
    commands: [{ file, args, node: ["--import", "tsx"] }],
    needs: ["build"],
  });
  return [
    {
      // The two faults that every deployment meets; `npm run test:faults` has all in both modes.
      name: "faults",
      about: "nothing lost, nothing twice, when processes are killed",
      problem: realServersProblem,
      ...run("faults/src/main.ts", "--mode", "single", "--row", "kill -9, three times"),
      report: { file: result("faults", "faults.json"), read: faultCounts },
      minutes: 25,
    },
    {
      name: "races",
      about: "negotiation holds when everybody acts at once",
      ...run("races/src/main.ts"),
      report: { file: result("races", "races.json"), read: countsReport },
      minutes: 30,
    },
    {
      name: "chat",
      about: "no message lost or doubled when sockets and processes break",
      ...run("faults/src/chat/main.ts"),
      report: { file: result("chat", "chat.json"), read: countsReport },
      minutes: 20,
    },
    {
      // Every case of the benchmark, small and short: it has to work; figures are for `npm run bench`.
      name: "bench",
      about: "the benchmark suite works",
      ...run("bench/src/main.ts", "--smoke"),
      report: { file: result("bench-smoke", "smoke.json"), read: countsReport },
      minutes: 10,
    },
  ];
}

/**
 * @param {string} root
 * @param {string} reports folder for logs and reports
 * @returns {Stage[]}
 */
export function stages(root, reports) {
  const report = (/** @type {string} */ name) => path.join(reports, `${name}.json`);
  const log = (/** @type {string} */ name) => path.join(reports, `${name}.log`);
  return [
    {
      name: "servers",
      about: "programs that the tests start",
      problem: realServersProblem,
      work: () => Promise.resolve(),
      minutes: 10,
    },
    {
      name: "generate",
      about: "generated code",
      work: () => turbo(root, { tasks: ["generate"], log: log("generate") }),
      minutes: 5,
    },
    ...readingStages(),
    vitest("unit", "pure tests", report("unit")),
    vitest("db", "tests on PostgreSQL", report("db")),
    vitest("contract", "every adapter of every port", report("contract")),
    vitest("security", "attacks on every procedure", report("security")),
    {
      name: "build",
      about: "production build of all apps",
      work: () => build(root, { log: log("build") }),
      minutes: 30,
    },
    ...suites(root),
    playwright(root, {
      name: "browser",
      about: "journeys in Chromium, desktop and phone",
      report: report("browser"),
    }),
    playwright(root, {
      name: "cluster",
      about: "the main job on the services of a cluster",
      problem: realServersProblem,
      report: report("cluster"),
      args: [
        "http/main-job.spec.ts",
        "journeys/negotiate.spec.ts",
        "--project=http",
        "--project=desk",
        // What the database alone settles was seen on a single node.
        ...["--grep-invert", "a hundred vehicles"],
      ],
      // These journeys bring their own dealers and vehicles.
      env: { OTO_E2E_CLUSTER: "1", OTO_E2E_DEMO: "0" },
    }),
  ];
}
