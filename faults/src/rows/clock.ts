import { findProgram } from "@oto/testing/services";
import type { Row } from "./row";

/**
 * A worker joins whose clock is ahead of everybody's, then one whose clock is behind. Ten minutes:
 * an S3 storage turns callers away whose clock is off by more than fifteen.
 */
export const clockOff: Row = {
  name: "clock: workers ten minutes ahead and behind",
  modes: ["single", "cluster"],
  async damage(world, load) {
    const faketime = findProgram(["faketime"], "faketime");
    for (const [offset, share] of [
      ["+10m", 0.2],
      ["-10m", 0.6],
    ] as const) {
      await load.reached(share);
      // What measures durations must go on as usual, as on a machine whose clock was set.
      const wrapper = [faketime, "-m", "--exclude-monotonic", "-f", offset];
      const worker = await world.addWorker(`clock${offset}`, wrapper);
      await load.reached(share + 0.3);
      await worker.stop();
    }
  },
};
