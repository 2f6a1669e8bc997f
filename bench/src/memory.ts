import { readdir, readFile } from "node:fs/promises";

const numberIn = async (file: string, pattern: RegExp): Promise<number> => {
  // A process may end between two looks.
  const text = await readFile(file, "utf8").catch(() => "");
  return Number(pattern.exec(text)?.[1] ?? 0);
};

/** Resident memory of a process in MB. */
export const residentMb = async (pid: number): Promise<number> =>
  (await numberIn(`/proc/${pid}/status`, /VmRSS:\s+(\d+)/)) / 1_024;

/**
 * Memory in MB of a process and all that it started; what several of them share, as the servers of
 * a database do, counts once.
 */
export async function treeMb(root: number): Promise<number> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const children = new Map<number, number[]>();
  for (const pid of pids) {
    const parent = await numberIn(`/proc/${pid}/status`, /PPid:\s+(\d+)/);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  let total = 0;
  for (const waiting = [root]; waiting.length > 0; ) {
    const pid = waiting.pop() ?? root;
    total += await numberIn(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+)/m);
    waiting.push(...(children.get(pid) ?? []));
  }
  return total / 1_024;
}
