import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDockerfile } from "./dockerfile.mjs";
import { closureOf } from "./runtime-packages.mjs";
import { contextFiles, readIgnore } from "./verify/context.mjs";

const here = import.meta.dirname;
const read = (/** @type {string} */ file) => readFileSync(path.join(here, file), "utf8");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kontak-docker-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(["server.Dockerfile", "site.Dockerfile"])("%s", (file) => {
  const stages = readDockerfile(read(file));

  it("ends in a stage that is not root's, builds nothing, and is watched", () => {
    const words = stages.at(-1)?.instructions.map(({ word }) => word) ?? [];
    const user = stages.at(-1)?.instructions.find(({ word }) => word === "USER")?.rest;
    expect(user).toBe("node");
    expect(words).toContain("HEALTHCHECK");
    expect(words).not.toContain("RUN");
  });

  it("pins its base, and takes only what turbo pruned into the build", () => {
    expect(new Set(stages.map(({ image }) => image)).size).toBe(1);
    expect(stages[0]?.image).toMatch(/^node:\d+\.\d+\.\d+-/);
    const copies = stages.filter(({ name }) => name === "build").flatMap((s) => s.instructions);
    expect(copies.map(({ rest }) => rest)).not.toContain(". .");
  });
});

describe("reading a Dockerfile", () => {
  it.each(["FROM node:1", "FROM node:1 AS a\nADD x y", "RUN before"])("refuses %j", (text) => {
    expect(() => readDockerfile(text)).toThrow(/line/);
  });
});

describe("what is sent to the build", () => {
  it("leaves out what .dockerignore names, at any depth where it says so", () => {
    const ignored = readIgnore("**/node_modules\n.env.*\n!.env.example\ne2e\n**/*.log");
    const left = ["a/node_modules/x.js", ".env.local", "e2e/a.ts", "deep/down/b.log"];
    expect(left.filter((file) => !ignored(file))).toEqual([]);
    expect(["apps/e2e.ts", ".env.example", "a/node_module"].filter(ignored)).toEqual([]);
  });

  it("has the sources and no secret, no build output", () => {
    const files = contextFiles(path.join(here, "../.."));
    expect(files).toContain("apps/api/src/main.ts");
    expect(files.filter((file) => /node_modules|deploy\/secrets|\/dist\//.test(file))).toEqual([]);
  });
});

it("follows what bundles import, not what they or their packages merely mention", () => {
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write("dist/a.mjs", 'import x from "one/deep"; await import("@s/two"); import "node:fs";');
  write(
    "node_modules/one/package.json",
    '{"dependencies":{"inner":"1"},"peerDependencies":{"cli":"1"}}',
  );
  write("node_modules/one/node_modules/inner/package.json", '{"devDependencies":{"cli":"1"}}');
  write("node_modules/@s/two/package.json", '{"optionalDependencies":{"absent":"1"}}');
  write("node_modules/cli/package.json", "{}");
  const before = process.cwd();
  process.chdir(folder);
  try {
    expect([...closureOf(["dist/a.mjs"])].sort()).toEqual([
      "node_modules/@s/two",
      "node_modules/one",
      "node_modules/one/node_modules/inner",
    ]);
  } finally {
    process.chdir(before);
  }
});

describe("secrets from files", () => {
  const run = (/** @type {Record<string, string>} */ env) =>
    execFileSync(
      process.execPath,
      [
        "--import",
        path.join(here, "secrets.mjs"),
        "-p",
        "JSON.stringify([process.env.A, process.env.A_FILE])",
      ],
      { env, encoding: "utf8", stdio: "pipe" },
    ).trim();

  it("become variables, without the line's end and without a trace of the file", () => {
    writeFileSync(path.join(folder, "a"), "value with blanks \n");
    expect(run({ A_FILE: path.join(folder, "a") })).toBe('["value with blanks",null]');
    expect(run({ A: "plain" })).toBe('["plain",null]');
  });

  it.each([{ A_FILE: "/gone/a" }, { A: "x", A_FILE: "/dev/null" }])("refuse %j", (env) => {
    expect(() => run(env)).toThrow(/A_FILE/);
  });
});
