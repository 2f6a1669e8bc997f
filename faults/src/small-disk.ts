import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const SIZE = "64m";
const CHUNK = 65_536;
const BALLAST = "ballast";

/** A small disk of its own for a folder. Only root may mount one. */
export interface SmallDisk {
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives the room back. */
  empty(): void;
  unmount(): void;
}

/** Puts a folder on a disk of 64 MB; null where this account may not mount one. */
export function mountSmallDisk(folder: string): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() !== 0) return null;
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "kontak", folder]);
  if (status !== 0) return null;
  const ballast = join(folder, BALLAST);
  return {
    fill() {
      const chunk = Buffer.alloc(CHUNK);
      try {
        for (;;) appendFileSync(ballast, chunk);
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    unmount: () => void spawnSync("umount", ["-l", folder]),
  };
}
