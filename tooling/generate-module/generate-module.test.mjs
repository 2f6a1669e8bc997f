import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deadNamesIn } from "../checks/docs-paths.mjs";
import { violationsIn } from "../checks/import-direction.mjs";
import { planModule } from "./generate.mjs";
import { namesOf } from "./names.mjs";
import {
  registerAtEdge,
  registerInDomain,
  registerInRouter,
  registerInScope,
} from "./registrations.mjs";
import { copyRepository } from "./testing/copy-repository.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const names = namesOf("price-alert");

describe("a module's name", () => {
  it("is spelled as each place wants it", () => {
    expect(names).toEqual({
      kebab: "price-alert",
      camel: "priceAlert",
      pascal: "PriceAlert",
      snake: "price_alert",
      words: "price alert",
    });
  });

  it.each(["PriceAlert", "price_alert", "1st", "-x", "a--b", "", "class", "user", "a".repeat(41)])(
    "is not %j",
    (name) => expect(() => namesOf(name)).toThrow(),
  );

  it("is refused when the module is there already", () => {
    expect(() => planModule(repository, "offer")).toThrow("there is a module offer already");
  });
});

describe("registering a module", () => {
  it("enters it in the domain, in order", () => {
    expect(registerInDomain('export * from "./offer";\nexport * from "./text";\n', names)).toBe(
      'export * from "./offer";\nexport * from "./price-alert";\nexport * from "./text";\n',
    );
  });

  it("enters its table among those of one gallery", () => {
    const text = 'const OWNED_BY_ONE = new Set([\n  "Media",\n]);\nconst OTHER = new Set(["X"]);\n';
    expect(registerInScope(text, names)).toBe(
      'const OWNED_BY_ONE = new Set([\n  "Media",\n  "PriceAlert",\n]);\nconst OTHER = new Set(["X"]);\n',
    );
  });

  it("enters its router in the root", () => {
    const text = "const services = {\n  offer: offerRouter,\n};\n";
    expect(registerInRouter(text, names)).toContain(
      "offer: offerRouter,\n  priceAlert: priceAlertRouter",
    );
  });

  it("enters its service in every list of the edge", () => {
    const text = '{{ range $s := list "admin" "offer" }}\n{{ range $s := list "offer" }}\n';
    expect(registerAtEdge(text, names)).toBe(
      '{{ range $s := list "admin" "offer" "priceAlert" }}\n{{ range $s := list "offer" "priceAlert" }}\n',
    );
  });

  it("says what it does not recognise", () => {
    expect(() => registerInRouter("export const other = 1;", names)).toThrow("root.router.ts");
    expect(() => registerInScope("", names)).toThrow("scope.ts");
    expect(() => registerAtEdge("", names)).toThrow("api.yml");
  });
});

describe("npm run gen:module", { timeout: 300_000 }, () => {
  /** @type {ReturnType<typeof copyRepository>} */
  let copy;
  beforeAll(() => {
    copy = copyRepository();
  });
  afterAll(() => copy.remove());

  /** @param {string[]} args of Node */
  const run = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: copy.root,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    return { status, output: `${stdout}${stderr}` };
  };
  const bin = (/** @type {string} */ file) => path.join(repository, "node_modules", file);

  it("writes nothing in a dry run", () => {
    const { status, output } = run("tooling/generate-module/main.mjs", "price-alert", "--dry-run");
    expect(output).toContain("adds    packages/services/src/price-alert/price-alert.service.ts");
    expect(status).toBe(0);
    expect(existsSync(path.join(copy.root, "packages/services/src/price-alert"))).toBe(false);
  });

  it("makes a module whose lint, types, tests, imports and docs hold", () => {
    const files = [...planModule(copy.root, "price-alert").keys()];
    const code = files.filter((file) => file.endsWith(".ts"));
    const succeed = (/** @type {string[]} */ ...args) => {
      const { status, output } = run(...args);
      expect.soft(status, `${args.join(" ")}\n${output}`).toBe(0);
      return output;
    };
    succeed("tooling/generate-module/main.mjs", "price-alert");
    succeed(bin("@biomejs/biome/bin/biome"), "check", ...code);
    for (const workspace of ["packages/domain", "packages/db", "packages/services", "apps/api"]) {
      succeed(bin("typescript/bin/tsc"), "--noEmit", "-p", workspace);
    }
    const tests = succeed(
      bin("vitest/vitest.mjs"),
      "run",
      "--config",
      "vitest.config.ts",
      "price-alert",
    );
    expect(tests).toContain("price-alert.db.test.ts");

    const read = (/** @type {string} */ file) => readFileSync(path.join(copy.root, file), "utf8");
    expect(code.flatMap((file) => violationsIn(file, read(file)))).toEqual([]);
    const page = "docs/modules/price-alert.md";
    expect(deadNamesIn(copy.root, page, read(page))).toEqual([]);
  });
});
