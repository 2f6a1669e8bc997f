import { describe, expect, it } from "vitest";
import { supplyChainProblems } from "./supply-chain.mjs";

const good = { version: "1.0.0", integrity: "sha512-abc", license: "MIT" };
const problemsOf = (/** @type {object} */ entry, name = "x") =>
  supplyChainProblems({ packages: { [`node_modules/${name}`]: { ...good, ...entry } } });

describe("what comes from others", () => {
  it("passes when it is pinned, licensed and quiet", () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ license: "(MIT OR GPL-3.0-only)" })).toEqual([]);
    expect(problemsOf({ license: "MIT AND ISC" })).toEqual([]);
    expect(problemsOf({ hasInstallScript: true }, "esbuild")).toEqual([]);
    expect(problemsOf({ license: "LGPL-3.0-or-later" }, "@img/sharp-libvips-linux-x64")).toEqual(
      [],
    );
  });

  it.each([
    ["no hash", { integrity: undefined }],
    ["a weak hash", { integrity: "sha1-abc" }],
    ["no licence", { license: undefined }],
    ["a licence that spreads", { license: "AGPL-3.0-only" }],
    ["one of two licences that spreads", { license: "MIT AND GPL-3.0-only" }],
    ["a library's licence elsewhere", { license: "LGPL-3.0-or-later" }],
    ["an install script", { hasInstallScript: true }],
  ])("is stopped for %s", (_what, entry) => {
    expect(problemsOf(entry)).toHaveLength(1);
  });
});
