import { fileURLToPath } from "node:url";
import type { TestPlatform } from "@oto/services/testing";
import { freePort, ServiceProcess } from "@oto/testing/services";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

export interface ApiProcess {
  readonly url: string;
  readonly port: number;
  /** Asks it to leave, waits until it is gone, and starts it again on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    ({ status }) => status === 200,
    () => false,
  );

/** The API as a process of its own, over the database and the files of a test platform. */
export async function startApiProcess(
  test: TestPlatform,
  env: Record<string, string> = {},
): Promise<ApiProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = () =>
    ServiceProcess.start({
      name: "api",
      command: process.execPath,
      args: ["--import", "tsx", main],
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      env: {
        DATABASE_URL: test.databaseUrl,
        DATABASE_POOL_SIZE: "10",
        OTO_SECRET: test.platform.env.OTO_SECRET,
        OTO_ENV: "test",
        OTO_RATE_LIMITS: "off",
        OTO_DATA_DIR: test.dataDir,
        PORT_API: String(port),
        LOG_LEVEL: "warn",
        ...env,
      },
      ready: () => isReady(url),
      patienceMs: 60_000,
    });
  let running = await start();
  return {
    url,
    port,
    async restart() {
      await running.end();
      running = await start();
    },
    stop: () => running.end(),
  };
}
