import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "../../../../tooling/start/ports.mjs";
import { findProgram } from "./programs";
import type { RunningService, ServiceOptions } from "./running-service";
import { placeFor } from "./running-service";
import { ServiceProcess } from "./service-process";

/** A real S3 server: the Ceph object gateway over one monitor and one store of its own. */
export interface RunningS3 extends RunningService {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

const run = promisify(execFile);
const PACKAGES = "radosgw, ceph-mon and ceph-osd";
const ACCESS_KEY = "kontak-access-key";
const SECRET_KEY = "kontak-secret-key-of-the-tests";
const REGION = "us-east-1";
const PATIENCE_MS = 60_000;

interface Site {
  readonly folder: string;
  readonly config: string;
  readonly port: number;
  readonly monitorPort: number;
}

/** One copy of everything, no authentication between the daemons: they only listen on 127.0.0.1. */
const configOf = ({ folder, port, monitorPort }: Omit<Site, "config">, id: string): string => `
[global]
fsid = ${id}
mon_host = v1:127.0.0.1:${monitorPort}/0
mon_initial_members = a
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
auth_allow_insecure_global_id_reclaim = true
mon_data = ${folder}/mon
mon_data_avail_crit = 1
osd_data = ${folder}/osd
run_dir = ${folder}/run
admin_socket =
log_file = /dev/null
mon_cluster_log_file = /dev/null
keyring = ${folder}/keyring
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
osd_class_update_on_start = false
osd_crush_update_on_start = false
osd_max_object_name_len = 2048
mon_allow_pool_size_one = true
bluestore_block_size = 4294967296
bluestore_block_create = true
bluestore_block_wal_create = false
bluestore_block_db_create = false
bluestore_cache_autotune = false
bluestore_cache_size = 67108864
bdev_enable_discard = false

[client.rgw]
rgw_frontends = beast endpoint=127.0.0.1:${port}
rgw_thread_pool_size = 32
rgw_enable_gc_threads = true
rgw_enable_quota_threads = false
`;

const isUp = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );

const tool = (site: Site, name: string, ...args: string[]) =>
  run(findProgram([name], PACKAGES), ["-c", site.config, ...args], { timeout: PATIENCE_MS });

const ceph = (site: Site, ...args: string[]) => tool(site, "ceph", ...args);

/**
 * A command that changes nothing when it is repeated, until the monitor takes it: one that has just
 * started, or stands still on a busy machine, refuses commands with errors that mean nothing.
 */
async function insist<T>(command: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await command();
    } catch (error) {
      if (performance.now() > until) throw error;
      await pause(250);
    }
  }
}

const isMonitorUp = (site: Site): Promise<boolean> =>
  ceph(site, "quorum_status").then(
    () => true,
    () => false,
  );

const isStoreUp = (site: Site): Promise<boolean> =>
  ceph(site, "osd", "stat", "--format", "json").then(
    ({ stdout }) => /"num_up_osds":\s*1/.test(stdout),
    () => false,
  );

const daemon = (site: Site, name: string, args: readonly string[]) => ({
  name,
  command: findProgram([name], PACKAGES),
  args: ["-c", site.config, "-f", ...args],
  cwd: site.folder,
  patienceMs: PATIENCE_MS,
});

/** The three daemons, in the order in which they need one another. */
async function startDaemons(site: Site): Promise<ServiceProcess[]> {
  const started: ServiceProcess[] = [];
  const start = async (
    name: string,
    args: readonly string[],
    ready: () => Promise<boolean>,
  ): Promise<void> => {
    started.push(await ServiceProcess.start({ ...daemon(site, name, args), ready }));
  };
  try {
    await start("ceph-mon", ["-i", "a"], () => isMonitorUp(site));
    await start("ceph-osd", ["-i", "0"], () => isStoreUp(site));
    await insist(() => knowUser(site));
    await start("radosgw", ["-n", "client.rgw"], () => isUp(site.port));
    return started;
  } catch (error) {
    await endAll(started, "SIGKILL");
    throw error;
  }
}

const userOptions = (verb: "create" | "info") => [
  "user",
  verb,
  "--uid=kontak",
  ...(verb === "create"
    ? ["--display-name=kontak", `--access-key=${ACCESS_KEY}`, `--secret-key=${SECRET_KEY}`]
    : []),
];

const knowUser = (site: Site) => {
  const user = (verb: "create" | "info") =>
    tool(site, "radosgw-admin", "-n", "client.rgw", ...userOptions(verb));
  return user("info").catch(() => user("create"));
};

/** Ends the gateway first: the others would wait for it. */
async function endAll(processes: readonly ServiceProcess[], signal: NodeJS.Signals): Promise<void> {
  for (const one of [...processes].reverse()) await one.end(signal);
}

/** Formats monitor and store, and makes the store known. */
async function format(site: Site): Promise<void> {
  const id = randomUUID();
  const store = randomUUID();
  await writeFile(site.config, configOf(site, id));
  await writeFile(join(site.folder, "keyring"), "");
  for (const name of ["mon", "osd", "run"]) {
    await mkdir(join(site.folder, name), { recursive: true });
  }
  const map = join(site.folder, "monmap");
  const address = `[v1:127.0.0.1:${site.monitorPort}/0]`;
  await run(findProgram(["monmaptool"], PACKAGES), [
    ...["--create", "--clobber", "--addv", "a", address],
    ...["--fsid", id, map],
  ]);
  await tool(site, "ceph-mon", "--mkfs", "-i", "a", "--monmap", map);
  const monitor = await ServiceProcess.start({
    ...daemon(site, "ceph-mon", ["-i", "a"]),
    ready: () => true,
  });
  try {
    await insist(() => ceph(site, "osd", "new", store));
    await insist(() => ceph(site, "osd", "crush", "add", "osd.0", "1", "root=default"));
    await tool(site, "ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", store);
  } finally {
    await monitor.end();
  }
}

/**
 * Starts an S3 server: Ceph's object gateway as Debian packages it, which checks signatures, bucket
 * policies and lifecycles as Amazon documents them. `kill` ends gateway, store and monitor at once
 * without a flush; what was acknowledged is there after `restart`.
 *
 * @throws Error that names the Debian packages when they are missing
 */
export async function startS3(options: ServiceOptions = {}): Promise<RunningS3> {
  for (const name of ["radosgw", "ceph-mon", "ceph-osd"]) findProgram([name], PACKAGES);
  const { folder, port, clear } = await placeFor("s3", options);
  const site = { folder, port, monitorPort: await freePort(), config: join(folder, "ceph.conf") };
  await format(site);
  let running = await startDaemons(site);
  return {
    url: `http://127.0.0.1:${port}`,
    accessKey: ACCESS_KEY,
    secretKey: SECRET_KEY,
    region: REGION,
    get pid() {
      return running.at(-1)?.pid ?? -1;
    },
    async stop() {
      await endAll(running, "SIGTERM");
      await clear();
    },
    kill: async () => {
      for (const one of running) one.signal("SIGKILL");
      await endAll(running, "SIGKILL");
    },
    async restart() {
      await endAll(running, "SIGTERM");
      running = await startDaemons(site);
    },
  };
}
