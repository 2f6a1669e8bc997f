// Proves that the rules of biome.json and knip.json can fire, by planting what they forbid.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const binary = (/** @type {string} */ name) => path.join(root, "node_modules/.bin", name);

/** @type {string} */
let folder;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kontak-lint-"));
  const settings = JSON.parse(readFileSync(path.join(root, "biome.json"), "utf8"));
  write("biome.json", JSON.stringify({ ...settings, $schema: undefined, vcs: undefined }));
  write("package.json", '{"name":"planted","private":true,"dependencies":{"zod":"4"}}');
  copyFileSync(path.join(root, "knip.json"), path.join(folder, "knip-of-repository.json"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** @returns {string[]} names of the rules that fired */
function rulesFired() {
  const { stdout, stderr } = spawnSync(
    binary("biome"),
    ["lint", "--max-diagnostics=none", "--colors=off", "."],
    { cwd: folder, encoding: "utf8" },
  );
  return [
    ...new Set([...`${stdout}${stderr}`.matchAll(/lint\/\w+\/(\w+)/g)].map((m) => m[1] ?? "")),
  ];
}

const FORBIDDEN = /** @type {const} */ ([
  ["noProcessEnv", "src/offer.service.ts", "export const url = process.env.DATABASE_URL;"],
  ["noProcessEnv", "src/a.ts", 'import { env } from "node:process";\nexport const url = env.X;'],
  ["noExplicitAny", "src/a.ts", "export const a = (b: any) => b;"],
  ["noNonNullAssertion", "src/a.ts", "export const a = (b?: { c: number }) => b!.c;"],
  ["noDefaultExport", "src/a.ts", "export default 1;"],
  ["noConsole", "src/a.ts", 'console.log("x");'],
  ["noUndeclaredDependencies", "src/a.ts", 'import x from "left-pad";\nexport { x };'],
  ["useFilenamingConvention", "src/OfferService.ts", "export const a = 1;"],
  ["useImportType", "src/a.ts", 'import { ZodType } from "zod";\nexport type A = ZodType;'],
  [
    "noFocusedTests",
    "src/a.test.ts",
    'import { it } from "vitest";\nit.only("x", () => undefined);',
  ],
  ["useMaxParams", "src/a.ts", "export const f = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d];"],
  ["noExcessiveLinesPerFile", "src/a.ts", "export const a = 1;\n".repeat(401)],
]);

describe("the linter", () => {
  it.each(FORBIDDEN)("%s fires in %s", (rule, file, text) => {
    write(file, text);
    expect(rulesFired()).toContain(rule);
  });

  it("noImportCycles fires on two files that import each other", () => {
    write("src/a.ts", 'import { b } from "./b";\nexport const a = () => b;');
    write("src/b.ts", 'import { a } from "./a";\nexport const b = () => a;');
    expect(rulesFired()).toEqual(["noImportCycles"]);
  });

  it.each(["src/env.ts", "vitest.config.ts", "tooling/start/main.mjs"])(
    "lets %s read the environment",
    (file) => {
      write(file, "export const url = process.env.DATABASE_URL;");
      expect(rulesFired()).toEqual([]);
    },
  );
});

describe("the search for unused code", () => {
  it("finds an unused file, export and dependency with the repository's settings", () => {
    write("tsconfig.json", '{"compilerOptions":{"module":"esnext","moduleResolution":"bundler"}}');
    write("package.json", '{"name":"planted","workspaces":["packages/*"]}');
    write(
      "packages/planted/package.json",
      '{"name":"planted-in","dependencies":{"zod":"4"},"exports":"./src/index.ts"}',
    );
    write(
      "packages/planted/src/index.ts",
      'import { used } from "./used";\nexport const a = used;',
    );
    write("packages/planted/src/used.ts", "export const used = 1;\nexport const neverUsed = 2;");
    write("packages/planted/src/orphan.ts", "export const orphan = 3;");
    const { stdout, status } = spawnSync(
      binary("knip"),
      ["--config", "knip-of-repository.json", "--no-progress", "--no-config-hints"],
      { cwd: folder, encoding: "utf8" },
    );
    expect(stdout).toContain("orphan.ts");
    expect(stdout).toContain("neverUsed");
    expect(stdout).toContain("zod");
    expect(status).toBe(1);
  });
});
