import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "../../../../tooling/start/ports.mjs";
import {
  asAccount,
  canReach,
  databaseAccount,
} from "../../../../tooling/start/postgres/account.mjs";
import {
  createCluster,
  createDatabaseOffline,
  makeClusterFolder,
} from "../../../../tooling/start/postgres/cluster.mjs";
import { environmentWith } from "../env";
import type { PostgresPrograms } from "./postgres-programs";
import { postgresPrograms } from "./postgres-programs";
import type { RunningService, ServiceOptions } from "./running-service";
import { placeFor } from "./running-service";
import type { ProcessOptions } from "./service-process";
import { ServiceProcess } from "./service-process";

export interface ReplicaService extends RunningService {
  /** Lets it receive but not replay: it falls behind without knowing better. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Replays everything this many milliseconds late; 0 ends it. */
  lag(ms: number): Promise<void>;
  /** Resolves once it has replayed what the primary has written until now. */
  caughtUp(): Promise<void>;
}

export interface PostgresPair {
  readonly major: number;
  readonly primary: RunningService;
  readonly replica: ReplicaService;
  /** Stops both and deletes the folder, unless it was given. */
  stop(): Promise<void>;
}

export interface PairOptions extends ServiceOptions {
  /** Of the superuser `postgres`; must stay the same for one folder. */
  readonly password?: string;
  /** Created with the cluster (`kontak` unless said). */
  readonly database?: string;
  readonly replicaPort?: number;
  /** Waits for the disk: for data that is more than a test's. */
  readonly durable?: boolean;
}

interface Pair {
  readonly programs: PostgresPrograms;
  readonly folder: string;
  readonly ports: { readonly primary: number; readonly replica: number };
  readonly password: string;
  readonly database: string;
  readonly durable: boolean;
}

type Side = "primary" | "replica";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "64MB",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
  log_min_messages: "warning",
  wal_level: "replica",
  max_wal_senders: "5",
  wal_keep_size: "512MB",
  hot_standby: "on",
  hot_standby_feedback: "on",
  wal_receiver_status_interval: "1s",
  wal_retrieve_retry_interval: "200ms",
};

const urlOf = ({ password, database, ports }: Pair, side: Side) =>
  `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${ports[side]}/${database}`;

const dataFolder = ({ folder }: Pair, side: Side) => join(folder, side, "data");

async function onServer<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function processOf(pair: Pair, side: Side): ProcessOptions {
  const settings = {
    ...SETTINGS,
    port: String(pair.ports[side]),
    ...(pair.durable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  return {
    name: `PostgreSQL ${pair.programs.major} (${side})`,
    command: pair.programs.postgres,
    args: [
      "-D",
      dataFolder(pair, side),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    account: asAccount(databaseAccount()),
    ready: ({ output }) => /ready to accept (read-only )?connections/.test(output),
    // "Fast": disconnects everybody instead of waiting for them.
    stopSignal: "SIGINT",
  };
}

/** After a kill -9 the shared memory stays in use until the last backend has noticed. */
async function launch(options: ProcessOptions): Promise<ServiceProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ServiceProcess.start(options);
    } catch (error) {
      const wait = error instanceof Error && error.message.includes("shared memory block");
      if (!wait || attempt === 40) throw error;
      await sleep(250);
    }
  }
}

async function service(pair: Pair, side: Side): Promise<RunningService> {
  const options = processOf(pair, side);
  let running = await launch(options);
  return {
    url: urlOf(pair, side),
    get pid() {
      return running.pid;
    },
    stop: () => running.end(),
    kill: () => running.end("SIGKILL"),
    async restart() {
      await running.end();
      running = await launch(options);
    },
  };
}

function createPrimary(pair: Pair): void {
  const account = databaseAccount();
  const { folder, database, durable, password, programs } = pair;
  for (const part of [folder, join(folder, "primary"), join(folder, "replica")]) {
    makeClusterFolder(part);
  }
  if (!canReach(account, folder)) {
    throw new Error(`${folder} cannot be reached by ${account.name}, who runs PostgreSQL`);
  }
  const cluster = {
    folder: join(folder, "primary"),
    dataFolder: dataFolder(pair, "primary"),
    account,
    binaries: programs,
  };
  if (createCluster(cluster, { password, sync: durable })) createDatabaseOffline(cluster, database);
}

/** Copies the running primary, unless the replica has its copy already. */
async function createReplica(pair: Pair): Promise<void> {
  const target = dataFolder(pair, "replica");
  if (existsSync(join(target, "PG_VERSION"))) return;
  const account = databaseAccount();
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(target, account.uid, account.gid);
  }
  const connection = `host=127.0.0.1 port=${pair.ports.primary} user=postgres password=${pair.password} dbname=postgres`;
  const args = ["-D", target, "-d", connection, "-R", "-X", "stream", "-c", "fast"];
  const child = spawn(pair.programs.basebackup, pair.durable ? args : [...args, "--no-sync"], {
    ...asAccount(account),
    cwd: "/",
    env: environmentWith({ HOME: "/" }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`pg_basebackup failed: ${said}`);
}

function replicaOf(service_: RunningService, primary: RunningService): ReplicaService {
  const run = (text: string) => onServer(service_.url, (client) => client.query(text));
  return {
    ...service_,
    get pid() {
      return service_.pid;
    },
    async pause() {
      await run("select pg_wal_replay_pause()");
    },
    async resume() {
      await run("select pg_wal_replay_resume()");
    },
    async lag(ms) {
      await run(`alter system set recovery_min_apply_delay = '${Math.round(ms)}ms'`);
      await run("select pg_reload_conf()");
    },
    async caughtUp() {
      const { rows } = await onServer(primary.url, (client) =>
        client.query<{ lsn: string }>("select pg_current_wal_flush_lsn() as lsn"),
      );
      await onServer(service_.url, async (client) => {
        const question = "select pg_last_wal_replay_lsn() >= $1::pg_lsn as done";
        while (!(await client.query(question, [rows[0]?.lsn])).rows[0].done) await sleep(10);
      });
    },
  };
}

/**
 * A primary and a streaming replica from Debian's PostgreSQL. The port and folder given are the
 * primary's; a folder that holds a pair already is continued.
 */
export async function startPostgresPair(options: PairOptions = {}): Promise<PostgresPair> {
  const programs = postgresPrograms();
  const place = await placeFor("postgres", options);
  const pair: Pair = {
    programs,
    folder: place.folder,
    ports: { primary: place.port, replica: options.replicaPort ?? (await freePort()) },
    password: options.password ?? randomBytes(12).toString("hex"),
    database: options.database ?? "kontak",
    durable: options.durable ?? false,
  };
  createPrimary(pair);
  const primary = await service(pair, "primary");
  await createReplica(pair);
  const replica = replicaOf(await service(pair, "replica"), primary);
  return {
    major: programs.major,
    primary,
    replica,
    async stop() {
      // The replica last would wait for the primary's last words; nobody needs them any more.
      await replica.stop();
      await primary.stop();
      await place.clear();
    },
  };
}
