import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const globalSetup = fileURLToPath(
  new URL("./packages/testing/src/global-setup.ts", import.meta.url),
);

const exclude = [
  ...configDefaults.exclude,
  "**/.next/**",
  "**/.data/**",
  "**/templates/**",
  "e2e/**",
];

/** Tests that need the throw-away PostgreSQL cluster which the global setup starts once a run. */
const onPostgres = { globalSetup, testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Two cores are the smallest machine this runs on; more workers only starve PostgreSQL.
    maxWorkers: 2,
    pool: "forks",
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [
            ...exclude,
            "**/*.db.test.ts",
            "**/*.contract.test.ts",
            "**/*.security.test.ts",
          ],
          testTimeout: 15_000,
        },
      },
      { extends: true, test: { name: "db", include: ["**/*.db.test.ts"], exclude, ...onPostgres } },
      {
        extends: true,
        test: { name: "contract", include: ["**/*.contract.test.ts"], exclude, ...onPostgres },
      },
      {
        extends: true,
        test: { name: "security", include: ["**/*.security.test.ts"], exclude, ...onPostgres },
      },
    ],
  },
});
