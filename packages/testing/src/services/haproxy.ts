import { writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { join } from "node:path";
import { haproxyConfig } from "../../../../tooling/start/edge/haproxy.mjs";
import { findProgram } from "./programs";
import type { RunningService, ServiceOptions } from "./running-service";
import { placeFor, runService } from "./running-service";

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

export interface HaproxyOptions extends ServiceOptions {
  /** Ports of the processes behind it, on 127.0.0.1. */
  readonly backends: readonly number[];
}

/** An edge in front of API processes that asks each whether it is ready. */
export async function startHaproxy(options: HaproxyOptions): Promise<RunningService> {
  const command = findProgram(["haproxy"], "haproxy");
  const { folder, port, clear } = await placeFor("haproxy", options);
  const file = join(folder, "haproxy.cfg");
  await writeFile(file, haproxyConfig({ port, backends: options.backends }));
  return runService(
    `http://127.0.0.1:${port}`,
    {
      name: "haproxy",
      command,
      args: ["-W", "-db", "-f", file],
      ready: () => listens(port),
      // It waits for open connections on SIGUSR1; a test has none to wait for.
      stopSignal: "SIGTERM",
    },
    clear,
  );
}
