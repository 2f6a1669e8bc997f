import { readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Folders of our servers, by kind and process id; no id has eight digits, but a UUID may begin so. */
const FOLDER =
  /^kontak-(?:test|s3|redis|sentinel|rabbitmq|postgres|haproxy|meilisearch|mirror|backup)-(\d{1,7})-/;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function stopServerOf(folder: string): Promise<void> {
  const dataFolder = join(folder, "data");
  const file = await readFile(join(dataFolder, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(file, 10);
  if (!Number.isInteger(pid)) return;
  // The number may belong to somebody else by now; without /proc it is left alone.
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (command.includes(dataFolder)) process.kill(pid, "SIGQUIT");
}

/** Stops and deletes the test servers of runs that were killed before they could do it themselves. */
export async function removeAbandonedClusters(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(FOLDER.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    // Another user's leftovers cannot be removed from here; they harm nobody.
    await stopServerOf(folder)
      .then(() => rm(folder, { recursive: true, force: true }))
      .catch(() => undefined);
  }
}
