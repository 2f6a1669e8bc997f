import { describe, expect, it } from "vitest";
import { completeLock, missingFrom, platformOf } from "./complete-lock.mjs";

describe("the platform in a package's name", () => {
  it.each([
    ["@biomejs/cli-linux-x64-musl", { cpu: ["x64"], os: ["linux"], libc: ["musl"] }],
    ["@turbo/windows-arm64", { cpu: ["arm64"], os: ["win32"] }],
    ["@turbo/darwin-64", { cpu: ["x64"], os: ["darwin"] }],
    ["@swc/core-win32-ia32-msvc", { cpu: ["ia32"], os: ["win32"] }],
    ["@x/binding-linux-arm-gnueabihf", { cpu: ["arm"], os: ["linux"], libc: ["glibc"] }],
    ["@x/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
  ])("of %s", (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});

describe("an incomplete lock file", () => {
  const lock = () => ({
    packages: {
      "": {},
      "node_modules/tool": {
        version: "1.2.3",
        dev: true,
        optionalDependencies: { "@tool/darwin-arm64": "1.2.3", "@tool/linux-x64": "1.2.3" },
      },
      "node_modules/tool/node_modules/@tool/linux-x64": { version: "1.2.3", optional: true },
    },
  });

  it("is found, also where an entry is nested", () => {
    expect(missingFrom(lock()).map(({ name }) => name)).toEqual(["@tool/darwin-arm64"]);
  });

  it("is completed once", () => {
    const file = lock();
    expect(completeLock(file)).toEqual(["@tool/darwin-arm64@1.2.3"]);
    expect(file.packages).toHaveProperty(["node_modules/@tool/darwin-arm64"], {
      version: "1.2.3",
      cpu: ["arm64"],
      dev: true,
      optional: true,
      os: ["darwin"],
    });
    expect(completeLock(file)).toEqual([]);
  });

  it("is not completed by a guess", () => {
    const file = {
      packages: { "node_modules/a": { optionalDependencies: { fsevents: "~2.3.2" } } },
    };
    expect(() => completeLock(file)).toThrow("fsevents");
  });
});
