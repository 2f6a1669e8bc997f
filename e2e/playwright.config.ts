import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";
import { dataFolder, isRunning, startCommand, withDemo } from "./support/env";
import { platformUnderTest } from "./support/platform";

/** Debian's Chromium where there is one; otherwise the one that Playwright installed. */
const system = "/usr/bin/chromium";
const chromium = existsSync(system)
  ? {
      executablePath: system,
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    }
  : {};

export default defineConfig({
  testDir: ".",
  // Journeys change shared stock; two cores run the platform and the browser at once.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/results.json" }]],
  use: {
    locale: "tr-TR",
    timezoneId: "Europe/Istanbul",
    // Recording costs every journey a sixth of its time; `--trace retain-on-failure` asks for it.
    trace: "off",
    screenshot: "only-on-failure",
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    launchOptions: chromium,
  },
  // One after the other, since there is one worker; a failure of one hides nothing of the others.
  projects: [
    { name: "http", testMatch: "http/*.spec.ts" },
    {
      name: "desk",
      testMatch: "journeys/*.spec.ts",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      testMatch: "journeys/*.spec.ts",
      // Words do not depend on the width of a screen.
      grepInvert: /@once/,
      use: { ...devices["Pixel 7"] },
    },
  ],
  ...(isRunning()
    ? {}
    : {
        webServer: {
          // The command a user starts it with, on ports and data of its own.
          command: startCommand(),
          cwd: "..",
          env: { ...platformUnderTest.env, OTO_DATA_DIR: dataFolder() },
          wait: { stdout: withDemo() ? /demo data is complete/ : /Ready in/ },
          timeout: 1_500_000,
          gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
          stdout: "pipe",
        },
      }),
});
