import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { expect } from "@playwright/test";
import { databaseUrl } from "./database";
import { dataFolder, firstPort, inherited } from "./env";
import { platformUnderTest } from "./platform";

/** Seconds that an access token lives there: long enough for a page, short enough to outlast. */
export const ACCESS_SECONDS = 18;

const root = resolve(import.meta.dirname, "../..");
const ports = { api: firstPort() + 20, gallery: firstPort() + 21 };

export interface ShortLived {
  gallery: string;
  stop(): Promise<void>;
}

/** How the platform under test reaches its database, and with which secrets. */
function surroundings(): Record<string, string> {
  const folder = dataFolder();
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const secrets: Record<string, string> = JSON.parse(read("secrets.json"));
  return {
    DATABASE_URL: databaseUrl(),
    OTO_SECRET: secrets.platform ?? "",
    NEXTAUTH_SECRET: secrets.nextAuth ?? "",
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}

const answers = (url: string) =>
  expect
    .poll(
      () =>
        fetch(url).then(
          ({ status }) => status < 500,
          () => false,
        ),
      { timeout: 90_000 },
    )
    .toBe(true);

/**
 * A second API and a second dealers' panel beside the platform under test, on its database, whose
 * access tokens end after seconds; so the rest of the journeys keep theirs.
 */
export async function startShortLived(): Promise<ShortLived> {
  const gallery = `http://localhost:${ports.gallery}`;
  const api = `http://localhost:${ports.api}`;
  const env = {
    ...inherited(),
    ...platformUnderTest.env,
    ...surroundings(),
    NODE_ENV: "production" as const,
    OTO_DATA_DIR: dataFolder(),
    OTO_ACCESS_TOKEN_SECONDS: String(ACCESS_SECONDS),
    PORT_API: String(ports.api),
    OTO_API_URL: api,
    OTO_PUBLIC_API_URL: api,
    OTO_LANDING_URL: platformUnderTest.landing,
    OTO_ADMIN_URL: platformUnderTest.admin,
    OTO_GALLERY_URL: gallery,
    NEXTAUTH_URL: gallery,
  };
  const next = join(
    dirname(createRequire(join(root, "package.json")).resolve("next/package.json")),
    "dist/bin/next",
  );
  const children = [
    spawn(process.execPath, [join(root, "apps/api/dist/main.mjs")], { env, stdio: "ignore" }),
    spawn(process.execPath, [next, "start", "-p", String(ports.gallery)], {
      cwd: join(root, "apps/gallery"),
      env,
      stdio: "ignore",
    }),
  ];
  try {
    await answers(`${api}/health/live`);
    await answers(`${gallery}/giris`);
  } catch (error) {
    await Promise.all(children.map(stop));
    throw error;
  }
  return { gallery, stop: async () => void (await Promise.all(children.map(stop))) };
}
