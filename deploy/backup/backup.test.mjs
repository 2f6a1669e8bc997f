// Base backup, WAL archive and recovery to a moment on a real PostgreSQL, and the mirror of a real
// S3 server, by exactly the scripts that an installation runs.
import { execFile } from "node:child_process";
import { chown, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { S3ObjectStorage } from "../../packages/adapters/src/object-storage/s3-object-storage.adapter.ts";
import {
  findProgram,
  openTestS3,
  postgresPrograms,
  ServiceProcess,
  servicesWanted,
} from "../../packages/testing/src/services/index.ts";
import { freePort } from "../../tooling/start/ports.mjs";
import { asAccount, databaseAccount } from "../../tooling/start/postgres/account.mjs";

const run = promisify(execFile);
const suite = servicesWanted() ? describe : describe.skip;
const title = servicesWanted() ? "" : " (left out: TEST_SERVICES=embedded)";
const source = path.dirname(fileURLToPath(import.meta.url));

suite(`backup of PostgreSQL${title}`, () => {
  const account = databaseAccount();
  /** @type {string} */ let folder;
  /** @type {string} */ let bin;
  /** @type {number} */ let port;
  /** @type {ServiceProcess | undefined} */ let server;
  /** @type {string} */ let backups;

  const env = () => ({
    PATH: `${bin}:${process.env.PATH}`,
    BACKUP_DIR: backups,
    BACKUP_SCRIPTS: path.join(folder, "scripts"),
    PGHOST: "127.0.0.1",
    PGPORT: String(port),
    PGUSER: "postgres",
    PGPASSWORD_FILE: path.join(folder, "password"),
    LC_ALL: "C",
  });

  /** Runs as PostgreSQL's account, as in the images. */
  const asPostgres = (/** @type {string} */ file, /** @type {string[]} */ ...args) =>
    run(file, args, { ...asAccount(account), cwd: folder, env: env(), timeout: 60_000 });
  const script = (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
    asPostgres("/bin/sh", path.join(folder, "scripts", name), ...args);

  const start = async (/** @type {string} */ data) => {
    const settings = { port, unix_socket_directories: "", listen_addresses: "127.0.0.1" };
    server = await ServiceProcess.start({
      name: "PostgreSQL",
      command: path.join(bin, "postgres"),
      args: ["-D", data, ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`])],
      env: { ...env() },
      account: asAccount(account),
      ready: ({ output }) => /ready to accept connections/.test(output),
      stopSignal: "SIGINT",
    });
  };

  const query = async (/** @type {string} */ sql) => {
    const options = ["--no-psqlrc", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"];
    const { stdout } = await run(path.join(bin, "psql"), [...options, `--command=${sql}`], {
      env: { ...env(), PGPASSWORD: "secret", PGDATABASE: "postgres" },
    });
    return stdout.trim();
  };
  const notes = () => query("select body from note order by id");
  /** Everything written until now is in the archive. */
  const archived = async () => {
    const file = await query("select pg_walfile_name(pg_current_wal_lsn())");
    await query("select pg_switch_wal()");
    await vi.waitFor(
      async () => {
        const last = await query("select last_archived_wal from pg_stat_archiver");
        expect(last >= file).toBe(true);
      },
      { timeout: 30_000, interval: 100 },
    );
  };

  beforeAll(async () => {
    bin = path.dirname(postgresPrograms().postgres);
    folder = await mkdtemp(path.join(tmpdir(), `kontak-backup-${process.pid}-`));
    backups = path.join(folder, "backups of today");
    port = await freePort();
    await cp(source, path.join(folder, "scripts"), { recursive: true });
    await mkdir(backups);
    await writeFile(path.join(folder, "password"), "secret\n");
    for (const name of ["", "scripts", "backups of today", "password"]) {
      const { uid = process.getuid?.() ?? 0, gid = process.getgid?.() ?? 0 } = account;
      await chown(path.join(folder, name), uid, gid);
    }
    await asPostgres(
      path.join(bin, "initdb"),
      ...["-D", path.join(folder, "data"), "-U", "postgres", "--auth=scram-sha-256", "--no-sync"],
      `--pwfile=${path.join(folder, "password")}`,
    );
    await start(path.join(folder, "data"));
    await script("enable-archive.sh");
    await server?.end();
    await start(path.join(folder, "data"));
  }, 120_000);
  afterAll(async () => {
    await server?.end("SIGKILL");
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it("recovers a destroyed cluster to a moment, and to the end of the archive", async () => {
    await query("create table note (id serial primary key, body text not null)");
    await query("insert into note (body) select 'before ' || n from generate_series(1, 500) n");
    await script("base-backup.sh");
    await query("insert into note (body) select 'after ' || n from generate_series(1, 500) n");
    const wanted = await notes();
    const moment = await query("select clock_timestamp()");
    await query("delete from note where id % 2 = 0");
    await query("insert into note (body) values ('too late')");
    const last = await notes();
    await archived();

    await server?.end("SIGKILL");
    await rm(path.join(folder, "data"), { recursive: true });

    const restored = path.join(folder, "restored");
    const { stdout } = await script("restore.sh", restored, "--time", moment);
    expect(stdout).toContain(moment);
    await start(restored);
    await vi.waitFor(async () => expect(await query("select pg_is_in_recovery()")).toBe("f"));
    expect(await notes()).toEqual(wanted);
    // It is a database like any other: it takes writes and goes on archiving.
    await query("insert into note (body) values ('after the restore')");
    await archived();
    await server?.end("SIGKILL");

    const whole = path.join(folder, "whole");
    const first = (await readdir(path.join(backups, "base"))).at(0) ?? "";
    await script("restore.sh", whole, "--backup", first);
    await start(whole);
    // The newest timeline is the one that the first restore began.
    await vi.waitFor(async () => expect(await notes()).toBe(`${wanted}\nafter the restore`));
    expect(last).not.toEqual(wanted);
    await expect(script("restore.sh", whole)).rejects.toThrow("not empty");
  }, 180_000);

  it("refuses a backup that is damaged, and a moment before the first one", async () => {
    const [name = ""] = await readdir(path.join(backups, "base"));
    const file = path.join(backups, "base", name, "data.tar.gz");
    const target = path.join(folder, "never");
    await expect(script("restore.sh", target, "--time", "2020-01-01 00:00:00+03")).rejects.toThrow(
      "no backup from before",
    );
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(1_000) ^ 1, 1_000);
    await writeFile(file, bytes);
    await expect(script("restore.sh", target)).rejects.toThrow();
    bytes.writeUInt8(bytes.readUInt8(1_000) ^ 1, 1_000);
    await writeFile(file, bytes);
  });

  it("keeps the newest backups and the WAL that they need", async () => {
    await query("insert into note (body) values ('x')");
    await archived();
    const files = async (/** @type {string} */ name) => readdir(path.join(backups, name));
    const before = await files("wal");
    const backup = path.join(folder, "scripts", "base-backup.sh");
    const { stdout } = await asPostgres("/usr/bin/env", "BACKUP_KEEP=1", "/bin/sh", backup);
    expect(stdout).toContain("1 kept");
    const [name = ""] = await files("base");
    const needed = (await readFile(path.join(backups, "base", name, "first-wal"), "utf8")).trim();
    const segments = (await files("wal")).filter((file) => /^[0-9A-F]{24}\.gz$/.test(file));
    expect(segments.every((file) => file.slice(8) >= `${needed}.gz`.slice(8))).toBe(true);
    expect(segments.length).toBeLessThan(before.length);
    await archived();
    const restored = path.join(folder, "newest");
    const expected = await notes();
    await server?.end("SIGKILL");
    await script("restore.sh", restored);
    await start(restored);
    await vi.waitFor(async () => expect(await notes()).toEqual(expected));
  }, 120_000);

  it("never overwrites an archived file by another one", async () => {
    const wal = path.join(folder, "0000000A0000000000000001");
    await writeFile(wal, "first");
    const archive = () => script("archive-wal.sh", wal, path.basename(wal));
    await archive();
    await archive();
    await writeFile(wal, "second");
    await expect(archive()).rejects.toThrow("with another content");
  });
});

suite(`mirror of the object storage${title}`, () => {
  /** @type {import("../../packages/testing/src/services/index.ts").TestS3} */ let s3;
  /** @type {string} */ let backups;
  const prefix = `kontak-backup-${process.pid}`;

  const script = (/** @type {string} */ name, env = {}) =>
    run("/bin/sh", [path.join(source, name)], {
      env: {
        PATH: process.env.PATH ?? "",
        BACKUP_DIR: backups,
        S3_ENDPOINT: s3.url,
        S3_REGION: s3.region,
        S3_BUCKET_PREFIX: prefix,
        S3_ACCESS_KEY_FILE: path.join(backups, "..", "access-key"),
        S3_SECRET_KEY_FILE: path.join(backups, "..", "secret-key"),
        ...env,
      },
      timeout: 60_000,
    });

  const open = async () => {
    const { accessKey, secretKey, region, url } = s3;
    const storage = new S3ObjectStorage({
      settings: {
        ...{ endpoint: url, publicUrl: url, accessKey, secretKey, region },
        bucketPrefix: prefix,
        uploadOrigins: ["https://gallery.kontak.test"],
      },
    });
    await storage.prepare();
    return storage;
  };
  const keysOf = async (/** @type {S3ObjectStorage} */ storage) => {
    const keys = [];
    for await (const { key } of storage.list("")) keys.push(key);
    return keys;
  };

  beforeAll(async () => {
    findProgram(["rclone"], "rclone");
    s3 = await openTestS3();
    const folder = await mkdtemp(path.join(tmpdir(), `kontak-mirror-${process.pid}-`));
    backups = path.join(folder, "backups");
    await mkdir(backups);
    await writeFile(path.join(folder, "access-key"), `${s3.accessKey}\n`);
    await writeFile(path.join(folder, "secret-key"), `${s3.secretKey}\n`);
  }, 120_000);
  afterAll(async () => {
    await s3?.stop();
    if (backups) await rm(path.dirname(backups), { recursive: true, force: true });
  });

  it("brings lost objects back, and keeps what was removed for a while", async () => {
    const storage = await open();
    const picture = "public/media/1/hash/640.avif";
    const original = "private/originals/g/v/1";
    await storage.put(picture, Buffer.from("a picture"), { contentType: "image/avif" });
    await storage.put(original, Buffer.from("an original"), { contentType: "image/jpeg" });
    await storage.put("private/originals/g/v/2", Buffer.from("gone"), { contentType: "image/png" });
    expect((await script("mirror-objects.sh")).stdout).toContain("objects mirrored: 3");
    await storage.remove(["private/originals/g/v/2"]);
    expect((await script("mirror-objects.sh")).stdout).toContain("objects mirrored: 2");
    const [day = ""] = await readdir(path.join(backups, "objects-removed"));
    const kept = path.join(backups, "objects-removed", day, "private/originals/g/v/2");
    expect(await readFile(kept, "utf8")).toBe("gone");

    await storage.remove([picture, original]);
    expect(await keysOf(storage)).toEqual([]);
    await script("restore-objects.sh");
    expect(await keysOf(storage)).toEqual([original, picture]);
    expect((await storage.get(original)).toString()).toBe("an original");
    const answer = await fetch(storage.publicUrl(picture));
    expect(answer.headers.get("content-type")).toBe("image/avif");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect((await storage.stat(original))?.contentType).toBe("image/jpeg");

    await mkdir(path.join(backups, "objects-removed", "20200101"));
    await script("mirror-objects.sh", { OBJECTS_KEEP_DAYS: "30" });
    expect(await readdir(path.join(backups, "objects-removed"))).toEqual([day]);
  }, 120_000);
});
