import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../../tooling/start/ports.mjs";
import type { ProcessOptions } from "./service-process";
import { ServiceProcess } from "./service-process";

/** A real server process that a test started, on a port of 127.0.0.1 and a folder of its own. */
export interface RunningService {
  /** How clients reach it; the same after a restart. */
  readonly url: string;
  /** Of the process that runs now. */
  readonly pid: number;
  /** Ends it cleanly and deletes its folder, unless the folder was given. */
  stop(): Promise<void>;
  /** `kill -9`: nothing is flushed, the data stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data, ending it cleanly first when it runs. */
  restart(): Promise<void>;
}

export interface ServiceOptions {
  /** Where its data lives; left out, a temporary folder that `stop` deletes. */
  readonly folder?: string;
  /** Left out, a free one. */
  readonly port?: number;
}

export interface ServiceFolder {
  readonly folder: string;
  readonly port: number;
  /** Deletes the folder, unless it was given. */
  clear(): Promise<void>;
}

/** Folder and port of a service about to start. */
export async function placeFor(name: string, options: ServiceOptions): Promise<ServiceFolder> {
  const { folder: given, port = await freePort() } = options;
  if (given) await mkdir(given, { recursive: true });
  const folder = given ?? (await mkdtemp(join(tmpdir(), `kontak-${name}-${process.pid}-`)));
  return {
    folder,
    port,
    clear: async () => {
      if (!given) await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Runs one process as a service. For servers with several processes, build on `ServiceProcess`.
 *
 * @param clear called once it has stopped
 */
export async function runService(
  url: string,
  options: ProcessOptions,
  clear: () => Promise<void> = async () => undefined,
): Promise<RunningService> {
  let running = await ServiceProcess.start(options);
  return {
    url,
    get pid() {
      return running.pid;
    },
    async stop() {
      await running.end();
      await clear();
    },
    kill: () => running.end("SIGKILL"),
    async restart() {
      await running.end();
      running = await ServiceProcess.start(options);
    },
  };
}
