import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deadNamesIn } from "./docs-paths.mjs";
import { differences, variablesIn, variablesOfSchemas } from "./env-example.mjs";
import { escapesIn } from "./escape-hatches.mjs";
import { problemsOf } from "./lockfile.mjs";

describe("lock file", () => {
  it.each([
    [{ "node_modules/x": { version: "1.0.0", resolved: "https://registry.example/x.tgz" } }],
    [{ "node_modules/next": { version: "16.4.0" } }],
    [{ "apps/landing/node_modules/react": { version: "19.2.5" } }],
    [{ "node_modules/@trpc/server": { version: "11.8.0-canary.1" } }],
  ])("refuses %j", (packages) => {
    expect(problemsOf({ packages })).toHaveLength(1);
  });

  it("accepts newer versions, links and packages of a similar name", () => {
    const packages = {
      "packages/ui": { version: "0.1.0" },
      "node_modules/@oto/ui": { resolved: "packages/ui", link: true },
      "node_modules/next": { version: "16.10.0" },
      "node_modules/eslint-plugin-next": { version: "1.0.0" },
    };
    expect(problemsOf({ packages })).toEqual([]);
  });
});

describe("escape hatches", () => {
  it.each([
    ["const a = b as unknown as C;"],
    ["// @ts-expect-error later\nconst a = 1;"],
    ["/* @ts-ignore */ const a = 1;"],
  ])("finds %s", (text) => {
    expect(escapesIn("a.ts", text)).toHaveLength(1);
  });

  it("accepts single casts, explained double casts, and the words in a string", () => {
    const text = [
      "const a = b as C;",
      "// cast: the library's type lacks the field",
      "const d = e as unknown as F;",
      'const g = "as unknown as, @ts-ignore";',
    ].join("\n");
    expect(escapesIn("a.ts", text)).toEqual([]);
  });
});

describe("names in the docs", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), "kontak-docs-"));
    mkdirSync(path.join(root, "packages/domain/src"), { recursive: true });
    mkdirSync(path.join(root, "docs"));
    writeFileSync(path.join(root, "docs/here.md"), "");
    writeFileSync(path.join(root, "packages/domain/package.json"), '{"scripts":{"test":"vitest"}}');
    writeFileSync(path.join(root, "package.json"), '{"scripts":{"start":"x","gen:module":"y"}}');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it.each([
    ["see `packages/domain/src/gone.ts`"],
    ["see `apps/nowhere/`"],
    ["see [there](gone.md)"],
    ["run `npm run nothing`"],
    ["```\nnpm run nothing -- --flag\n```"],
    ["run `npm run start -w @oto/domain`"],
    ["see `renamed.md`"],
  ])("finds the dead name in %s", (text) => {
    expect(deadNamesIn(root, "docs/page.md", text)).toHaveLength(1);
  });

  it.each([
    ["`packages/domain/src`, `packages/*/src`, `packages/domain/src/<name>/<name>.ts`"],
    ["[here](here.md), [out](https://example.org), [down](#part), `here.md`"],
    ["`npm start`, `npm run gen:module <name>`, `npm test -w @oto/domain`"],
    ["`offer.accepted`, `/health/live`, `application/json`, `secrets.json`"],
  ])("accepts %s", (text) => {
    expect(deadNamesIn(root, "docs/page.md", text)).toEqual([]);
  });
});

describe(".env.example", () => {
  it("reads variables that are set or commented out, not prose", () => {
    expect(variablesIn("# A note: X=1 is\nONE=1\n# TWO=\n#THREE=x\n")).toEqual([
      "ONE",
      "TWO",
      "THREE",
    ]);
  });

  it("reads the keys of schemas, exported or not", () => {
    const text =
      'const a = z.object({ ONE: z.string(), TWO: z.object({ deep: z.string() }) });\nexport const b = z.strictObject({ THREE: z.url(), LATER: notYet("x") });';
    expect(variablesOfSchemas("env.ts", text)).toEqual(["ONE", "TWO", "deep", "THREE"]);
  });

  it("reports both directions", () => {
    expect(differences(["ONE", "OLD"], ["ONE", "NEW", "NODE_ENV"])).toEqual([
      "NEW is read by the platform but not listed",
      "OLD is listed but nothing reads it",
    ]);
  });
});
