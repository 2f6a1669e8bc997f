import { findProgram } from "@oto/testing/services";
import type { Row } from "./row";

/** A worker joins whose clock is an hour ahead of everybody's, and one whose clock is behind. */
export const clockAhead: Row = {
  name: "clock: workers an hour ahead and behind",
  modes: ["single", "cluster"],
  async damage(world, load) {
    const faketime = findProgram(["faketime"], "faketime");
    for (const [offset, share] of [
      ["+1h", 0.2],
      ["-1h", 0.6],
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
