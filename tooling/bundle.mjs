// Bundles one entry of a workspace for Node: `node ../../tooling/bundle.mjs src/main.ts dist/main.mjs [more pairs]`.
// Our own packages export TypeScript source and go into the bundle; everything from npm stays an
// import, so native modules and their data files are found where npm put them.
import { readFileSync } from "node:fs";
import { argv, cwd } from "node:process";
import { build } from "esbuild";

/** Marks every bare import as external, except this repository's own packages. */
const externalNpmPackages = {
  name: "external-npm-packages",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, (args) => {
      if (args.kind === "entry-point" || args.path.startsWith("@oto/")) {
        return undefined;
      }
      return { path: args.path, external: true };
    });
  },
};

const paths = argv.slice(2);
if (paths.length === 0 || paths.length % 2 !== 0) {
  console.error("usage: bundle.mjs <entry> <outfile> [<entry> <outfile> …]");
  process.exit(1);
}

const { name } = JSON.parse(readFileSync("package.json", "utf8"));
for (let i = 0; i < paths.length; i += 2) {
  const [entry, outfile] = [paths[i] ?? "", paths[i + 1] ?? ""];
  const started = performance.now();
  await build({
    absWorkingDir: cwd(),
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    sourcemap: true,
    sourcesContent: false,
    keepNames: true,
    legalComments: "none",
    plugins: [externalNpmPackages],
    logLevel: "warning",
  }).catch(() => process.exit(1)); // esbuild has said why
  console.log(`${name}: ${outfile} in ${Math.round(performance.now() - started)} ms`);
}
