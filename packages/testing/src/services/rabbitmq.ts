import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../../../tooling/start/ports.mjs";
import { findProgram } from "./programs";
import type { RunningService, ServiceOptions } from "./running-service";
import { placeFor, runService } from "./running-service";
import { ServiceProcess } from "./service-process";

/**
 * A RabbitMQ broker with one node. What it confirmed survives a kill, except in queues that are
 * younger than two seconds: it notes them on disk with a delay.
 */
export interface RunningRabbitmq extends RunningService {
  readonly port: number;
}

const PACKAGE = "rabbitmq-server";
/** The wrapper in /usr/sbin insists on root or the account `rabbitmq`; this is what it calls. */
const PROGRAMS = ["/usr/lib/rabbitmq/bin/rabbitmq-server"];
const PATIENCE_MS = 90_000;

/** A listener on the loopback; little memory and disk set aside. */
const settings = (port: number) => `
listeners.tcp.1 = 127.0.0.1:${port}
log.connection.level = error
disk_free_limit.absolute = 50MB
vm_memory_high_watermark.absolute = 1GB
raft.wal_max_size_bytes = 67108864
`;

async function prepareFolder(folder: string, port: number) {
  const place = (name: string) => join(folder, name);
  for (const name of ["home", "data", "log"]) await mkdir(place(name), { recursive: true });
  await writeFile(place("rabbitmq.conf"), settings(port));
  await writeFile(place("enabled_plugins"), "[].\n");
  return {
    HOME: place("home"),
    RABBITMQ_NODENAME: "kontak@localhost",
    RABBITMQ_DIST_PORT: String(await freePort()),
    RABBITMQ_MNESIA_BASE: place("data"),
    RABBITMQ_LOG_BASE: place("log"),
    RABBITMQ_LOGS: "-",
    RABBITMQ_CONFIG_FILE: place("rabbitmq.conf"),
    RABBITMQ_ENABLED_PLUGINS_FILE: place("enabled_plugins"),
    RABBITMQ_CONF_ENV_FILE: "/dev/null",
    // Replaces the starting shell with the broker, so that signals reach it.
    RUNNING_UNDER_SYSTEMD: "true",
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: "+S 2:2",
  };
}

/** Erlang's name server, which the broker would otherwise start as a daemon that outlives it. */
function startNameServer(port: number): Promise<ServiceProcess> {
  return ServiceProcess.start({
    name: "epmd",
    command: findProgram(["epmd"], "erlang-base"),
    args: ["-port", String(port), "-address", "127.0.0.1"],
    ready: () => true,
  });
}

/**
 * Starts a broker; the first start takes some seconds.
 * @throws Error that names the Debian package when there is none
 */
export async function startRabbitmq(options: ServiceOptions = {}): Promise<RunningRabbitmq> {
  const program = findProgram(PROGRAMS, PACKAGE);
  const { folder, port, clear } = await placeFor("rabbitmq", options);
  const names = await freePort();
  const env = { ...(await prepareFolder(folder, port)), ERL_EPMD_PORT: String(names) };
  const nameServer = await startNameServer(names);
  const service = await runService(
    `amqp://guest:guest@127.0.0.1:${port}`,
    {
      name: "RabbitMQ",
      command: program,
      args: [],
      env: { ...env, ERL_EPMD_ADDRESS: "127.0.0.1" },
      cwd: folder,
      ready: ({ output }) => output.includes("Server startup complete"),
      patienceMs: PATIENCE_MS,
    },
    async () => {
      await nameServer.end("SIGKILL");
      await clear();
    },
  ).catch(async (error: unknown) => {
    await nameServer.end("SIGKILL");
    throw error;
  });
  return {
    url: service.url,
    port,
    get pid() {
      return service.pid;
    },
    stop: () => service.stop(),
    kill: () => service.kill(),
    restart: () => service.restart(),
  };
}
